// Articles in RSS 2.0, RSS 1.0 and Atom feeds, item by item: memory is that of one item.

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/assemble.h"
#include "graph/utf8.h"
#include "interchange/encoding.h"
#include "interchange/html/body.h"
#include "interchange/html/metadata.h"
#include "interchange/moments.h"
#include "interchange/sources.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

// What an element of a feed is to its article, or to the feed.
enum class Part { none, id, link, title, published, updated, body, summary, language, outlet };

struct Name {
  std::string_view space;  // the end of its namespace; empty: RSS 2.0, which has none
  std::string_view name;
  Part part;
};
constexpr std::string_view kAtom = "2005/Atom";
constexpr std::string_view kRss1 = "/rss/1.0/";
constexpr std::string_view kDublinCore = "/dc/elements/1.1/";
constexpr std::string_view kTerms = "/dc/terms/";
constexpr std::string_view kContent = "/rss/1.0/modules/content/";
constexpr std::array<Name, 25> kNames = {{{"", "guid", Part::id},
                                          {"", "link", Part::link},
                                          {"", "title", Part::title},
                                          {"", "pubDate", Part::published},
                                          {"", "description", Part::summary},
                                          {"", "language", Part::language},
                                          {"", "source", Part::outlet},
                                          {kRss1, "link", Part::link},
                                          {kRss1, "title", Part::title},
                                          {kRss1, "description", Part::summary},
                                          {kAtom, "id", Part::id},
                                          {kAtom, "link", Part::link},
                                          {kAtom, "title", Part::title},
                                          {kAtom, "published", Part::published},
                                          {kAtom, "updated", Part::updated},
                                          {kAtom, "content", Part::body},
                                          {kAtom, "summary", Part::summary},
                                          {kContent, "encoded", Part::body},
                                          {kDublinCore, "date", Part::published},
                                          {kDublinCore, "language", Part::language},
                                          {kDublinCore, "publisher", Part::outlet},
                                          {kTerms, "issued", Part::published},
                                          {kTerms, "created", Part::published},
                                          {kTerms, "modified", Part::updated},
                                          {kTerms, "publisher", Part::outlet}}};

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void escape_into(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

struct Item {
  std::array<std::string, 10> parts;
  std::string& operator[](Part part) { return parts.at(static_cast<std::size_t>(part)); }
};

// One in an element that is being read.
struct Attributes {
  const xmlChar** list = nullptr;  // five to each: name, prefix, namespace, value, its end
  int count = 0;

  std::string operator[](std::string_view name) const {
    for (int i = 0; i < count; ++i) {
      const xmlChar** one = list + 5 * i;
      if (view(one[0]) != name) continue;
      const std::string_view value(reinterpret_cast<const char*>(one[3]),
                                   static_cast<std::size_t>(one[4] - one[3]));
      return fragment_line(value);  // libxml2 leaves "&amp;" as a reference
    }
    return {};
  }
};

// libxml2 calls back for each element and text; articles wait until it has returned, because what
// the caller's functions throw must not go through it.
class Feed {
 public:
  Feed(const Source& source, const ReadLimits& limits, const ReadCallbacks& callbacks)
      : source_(source), limits_(limits), callbacks_(callbacks) {
    xmlSAXHandler handler{};
    xmlSAXVersion(&handler, 2);
    handler.startElementNs = [](void* parser, const xmlChar* name, const xmlChar*,
                                const xmlChar* space, int, const xmlChar**, int count, int,
                                const xmlChar** list) {
      if (Feed* feed = of(parser)) feed->begin(view(name), view(space), {list, count});
    };
    handler.endElementNs = [](void* parser, const xmlChar* name, const xmlChar*, const xmlChar*) {
      if (Feed* feed = of(parser)) feed->end(view(name));
    };
    handler.characters = [](void* parser, const xmlChar* text, int size) {
      if (Feed* feed = of(parser)) {
        feed->add({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
      }
    };
    handler.ignorableWhitespace = handler.characters;
    handler.cdataBlock = handler.characters;
    handler.reference = [](void* parser, const xmlChar* name) {
      // Not expanded: one of HTML's stays as HTML writes it, and others mean nothing.
      if (Feed* feed = of(parser)) feed->take(fmt::format("&{};", view(name)));
    };
    handler.comment = nullptr;
    handler.processingInstruction = nullptr;
    handler.warning = handler.error = handler.fatalError = nullptr;
    handler.serror = [](void* parser, xmlErrorPtr error) {
      if (Feed* feed = of(parser)) feed->note(*error);
    };
    parser_.reset(xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr));
    if (parser_ == nullptr) throw std::bad_alloc();
    // No network; libxml2 bounds depth, names and single texts of its own.
    xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    parser_->_private = this;
  }

  // `in` is UTF-8.
  void read(ByteSource& in) {
    std::array<char, 1 << 14> buffer;
    std::size_t got = 0;
    do {
      got = in.read(buffer.data(), buffer.size());
      xmlParseChunk(parser_.get(), buffer.data(), static_cast<int>(got), got == 0 ? 1 : 0);
      hand_on();
      if (stopped_) return;
      if (!fault_.empty()) return fail(line_, fault_);
    } while (got > 0);
    if (items_ == 0) fail(0, "is a feed without items.");
  }

 private:
  // An item, or what is wrong with it.
  struct Outcome {
    v1::Article article;
    int line = 0;
    std::string error;
  };

  // None for the parsers that libxml2 makes of its own for the contents of entities.
  static Feed* of(void* parser) {
    auto* context = static_cast<xmlParserCtxt*>(parser);
    auto* feed = static_cast<Feed*>(context->_private);
    return feed != nullptr && feed->parser_.get() == context ? feed : nullptr;
  }

  void note(const xmlError& error) {
    if (error.level < XML_ERR_ERROR || !fault_.empty()) return;
    line_ = error.line;
    const std::string_view said = error.message == nullptr ? "" : error.message;
    fault_ = fmt::format("is no well-formed XML ({}); what comes after it is not read.",
                         utf8_head(trim(said), 200));
  }

  void hand_on() {
    for (Outcome& outcome : std::exchange(outcomes_, {})) {
      if (outcome.error.empty()) {
        callbacks_.on_article(std::move(outcome.article));
      } else {
        fail(outcome.line, outcome.error);
      }
    }
  }

  void fail(int line, std::string_view what) const {
    std::string where = line > 0 ? fmt::format("line {}", line) : std::string();
    callbacks_.on_error(ReadError(source_.name, std::move(where), std::string(what)));
  }

  int line() const { return xmlSAX2GetLineNumber(parser_.get()); }

  static Part part_of(std::string_view name, std::string_view space) {
    for (const Name& known : kNames) {
      if (name == known.name &&
          (known.space.empty() ? space.empty() : space.ends_with(known.space))) {
        return known.part;
      }
    }
    return Part::none;
  }

  void begin(std::string_view name, std::string_view space, const Attributes& attributes) {
    const int depth = depth_++;
    if (depth == 0) return begin_root(name, attributes);
    if (part_ != Part::none) return begin_markup(name, attributes);
    if (!item_ && (name == "item" || name == "entry")) {
      item_.emplace();
      item_depth_ = depth;
      item_line_ = line();
      bytes_ = 0;
      (*item_)[Part::language] = attributes["lang"];
      return;
    }
    if (item_ ? depth > item_depth_ + 1 : depth > 2) {
      // Whom an aggregator has it from: <source><title>.
      if (in_source_ && name == "title") open(Part::outlet, depth, attributes);
      return;
    }
    in_source_ = item_ && name == "source" && space.ends_with(kAtom);
    const Part part = part_of(name, space);
    if (part == Part::none) return;
    const std::string href = part == Part::link ? attributes["href"] : std::string();
    if (href.empty()) return open(part, depth, attributes);
    const std::string rel = attributes["rel"];
    if ((rel.empty() || rel == "alternate") && slot(part).empty()) slot(part) = href;
  }

  void begin_root(std::string_view name, const Attributes& attributes) {
    if (name == "rss" || name == "feed" || name == "RDF") {
      feed_[Part::language] = attributes["lang"];
      return;
    }
    outcomes_.push_back(
        {{},
         line(),
         fmt::format("is XML whose root is <{}>; expected a feed, whose root is <rss>, <feed> or "
                     "<rdf:RDF>.",
                     utf8_head(name, 80))});
    stopped_ = true;
    xmlStopParser(parser_.get());
  }

  // The first of its kind counts, and what an item says is its own.
  void open(Part part, int depth, const Attributes& attributes) {
    part_ = part;
    part_depth_ = depth;
    value_.clear();
    const std::string type = attributes["type"];
    is_markup_ = type == "xhtml" || type == "application/xhtml+xml";
    is_plain_ = type == "text";
  }

  // Markup that is not escaped, as Atom's xhtml is.
  void begin_markup(std::string_view name, const Attributes& attributes) {
    std::string tag = fmt::format("<{}", name);
    for (const std::string_view key : {"class", "href"}) {
      std::string value = attributes[key];
      std::replace(value.begin(), value.end(), '"', '\'');
      if (!value.empty()) tag += fmt::format(" {}=\"{}\"", key, value);
    }
    take(tag + '>');
  }

  void add(std::string_view text) {
    if (part_ == Part::none) return;
    if (is_markup_ || is_plain_) {
      std::string escaped;
      escape_into(escaped, text);
      take(escaped);
    } else {
      take(text);
    }
  }

  void take(std::string_view text) {
    if (part_ == Part::none) return;
    bytes_ += text.size();
    if (bytes_ <= limits_.record_bytes) value_ += text;
  }

  std::string& slot(Part part) { return item_ ? (*item_)[part] : feed_[part]; }

  void end(std::string_view name) {
    const int depth = --depth_;
    if (part_ != Part::none) {
      if (depth > part_depth_) return take(fmt::format("</{}>", name));
      std::string& mine = slot(part_);
      const bool filled = !trim(mine).empty() && part_ != Part::language;
      if (!filled && !trim(value_).empty()) mine = std::move(value_);
      value_.clear();
      part_ = Part::none;
    } else if (item_ && depth == item_depth_) {
      ++items_;
      finish();
      item_.reset();
      in_source_ = false;
    }
  }

  void finish() {
    Outcome outcome{{}, item_line_, {}};
    try {
      if (bytes_ > limits_.record_bytes) {
        throw InputError(
            fmt::format("is longer than the {} bytes that are taken.", limits_.record_bytes));
      }
      outcome.article = parsed(*item_);
    } catch (const InputError& error) {
      outcome.error = fmt::format("the item {}", error.what());
    }
    outcomes_.push_back(std::move(outcome));
  }

  v1::Article parsed(Item& item) {
    v1::Article article;
    std::string text = fragment_text(item[Part::body]);
    if (text.empty()) text = fragment_text(item[Part::summary]);
    const std::string title = fragment_line(item[Part::title]);
    if (text.empty()) text = title;  // a feed of headlines
    if (text.empty())
      throw InputError("has no text; expected a description, a content or a title.");
    if (text.size() > kMaxTextBytes) {
      throw InputError(
          fmt::format("has {} bytes of text; at most {} are taken.", text.size(), kMaxTextBytes));
    }
    const std::string id(trim(item[Part::id]));
    std::string url = article_url(item[Part::link]);
    if (url.empty()) url = article_url(id);
    // A bare number is an id in one feed alone.
    if (id.find(':') != std::string::npos) {
      article.set_id(id);
    } else {
      article.set_id(url.empty() ? fmt::format("{}#{}", source_.id, items_) : url);
    }
    article.set_url(std::move(url));
    article.set_title(title);
    article.set_updated(updated_moment(trim(item[Part::updated])));
    article.set_published(published_day(trim(item[Part::published])));
    if (article.published().empty()) {
      article.set_published(published_day(trim(item[Part::updated])));
    }
    for (Item* of : {&item, &feed_}) {
      if (article.language().empty()) {
        article.set_language(language_tag((*of)[Part::language]));
      }
    }
    article.set_outlet(fragment_line(item[Part::outlet]));
    if (article.outlet().empty()) article.set_outlet(fragment_line(feed_[Part::title]));
    article.set_text(std::move(text));
    return article;
  }

  const Source& source_;
  const ReadLimits& limits_;
  const ReadCallbacks& callbacks_;
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  std::vector<Outcome> outcomes_;
  std::string fault_;
  int line_ = 0;  // of the fault
  bool stopped_ = false;
  int depth_ = 0;

  Item feed_;
  std::optional<Item> item_;
  int item_depth_ = 0;
  int item_line_ = 0;
  std::uint64_t items_ = 0;
  std::size_t bytes_ = 0;  // of the item

  Part part_ = Part::none;  // whose value is being read
  int part_depth_ = 0;
  std::string value_;
  bool is_markup_ = false;
  bool is_plain_ = false;
  bool in_source_ = false;
};

}  // namespace

bool is_feed(std::string_view head) {
  for (head = trim(head); head.starts_with("<?") || head.starts_with("<!"); head = trim(head)) {
    const std::string_view end = head.starts_with("<!--") ? "-->" : ">";
    const std::size_t at = head.find(end);
    if (at == std::string_view::npos) return false;
    head.remove_prefix(at + end.size());
  }
  if (!head.starts_with('<')) return false;
  std::string_view name = head.substr(1, head.find_first_of(" \t\r\n>/") - 1);
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    name.remove_prefix(colon + 1);
  }
  return name == "rss" || name == "feed" || name == "RDF";
}

void read_feed(ByteSource& bytes, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks) {
  constexpr std::size_t kHead = 64 << 10;
  PeekedBytes in(bytes);
  const std::string_view head = in.peek(kHead);
  std::string encoding;
  try {
    if (head.empty()) throw InputError("is empty; expected a feed.");
    encoding = encoding_of(head, Markup::xml, head.size() < kHead);
  } catch (const InputError& error) {
    return callbacks.on_error(ReadError(source.name, {}, error.what()));
  }
  DecodedBytes text(in, encoding);
  Feed(source, limits, callbacks).read(text);
}

}  // namespace casus::interchange
