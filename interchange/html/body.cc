#include "interchange/html/body.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "interchange/html/clutter.h"
#include "interchange/html/paragraphs.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

using Nodes = std::vector<const GumboNode*>;

constexpr std::size_t kLeastParagraph =
    25;                                  // bytes; shorter ones say little about where they stand
constexpr std::size_t kLeastBody = 100;  // bytes; shorter ones are teasers more often than not

bool is_article(const GumboNode& node) {
  return is_element(node, GUMBO_TAG_ARTICLE) || same_word(attribute(node, "role"), "article");
}

bool is_main(const GumboNode& node) {
  return is_element(node, GUMBO_TAG_MAIN) || same_word(attribute(node, "role"), "main");
}

// A card that stands for another article: its heading is a link.
bool is_card(const GumboNode& article) {
  bool linked = false;
  bool in_heading = false;
  walk(
      article,
      [&](const GumboNode& node) {
        if (is_element(node)) {
          const GumboTag tag = node.v.element.tag;
          in_heading = in_heading || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
          linked = linked || (in_heading && tag == GUMBO_TAG_A && has_attribute(node, "href"));
        }
        return !linked;
      },
      [&](const GumboNode& node) {
        const GumboTag tag = node.v.element.tag;
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) in_heading = false;
      });
  return linked;
}

// Short lines that stand between the paragraphs of many pages.
bool is_filler(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  static constexpr std::array<std::string_view, 17> kBeginnings = {
      "advertisement", "read more",          "also read",   "read also",
      "read next",     "related:",           "share this",  "follow us",
      "sign up",       "subscribe",          "see also:",   "listen to this",
      "watch:",        "more on this story", "recommended", "copyright",
      "\xC2\xA9"};
  return text.size() <= kLongest &&
         std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
           return same_word(text.substr(0, beginning.size()), beginning);
         });
}

std::string joined(const std::vector<Paragraph>& paragraphs) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

// One page, and where its article may be.
class Page {
 public:
  // `strict`: what is only likely to be clutter is left out as well.
  Page(const HtmlTree& tree, bool strict) : root_(tree.root()), strict_(strict) {
    walk(root_, [this](const GumboNode& node) {
      if (!is_element(node)) return false;
      const bool named = is_named_body(node);
      if (named || is_main(node) || is_element(node, GUMBO_TAG_H1)) {
        for (const GumboNode* at = node.parent; at != nullptr && is_element(*at); at = at->parent) {
          if (!wrappers_.insert(at).second) break;
        }
      }
      return true;
    });
    for (const Paragraph& paragraph : paragraphs_of(root_, skipping())) {
      if (paragraph.is_heading || paragraph.is_mostly_links()) continue;
      if (paragraph.text.size() < kLeastParagraph) continue;
      int height = 0;
      for (const GumboNode* at = paragraph.block; at != nullptr && is_element(*at);
           at = at->parent) {
        mass_[at] += paragraph.text.size();
        // The block is a <p>, what counts is what holds it; a <div> may be both.
        if (height <= 2) score_[at] += paragraph.text.size() / (height == 2 ? 2 : 1);
        ++height;
      }
    }
    find_candidates();
  }

  std::string text(std::string_view title) const {
    std::vector<Paragraph> paragraphs;
    for (const GumboNode* place : places()) {
      for (Paragraph& paragraph : paragraphs_of(*place, skipping())) {
        paragraphs.push_back(std::move(paragraph));
      }
    }
    return joined(chosen(std::move(paragraphs), title));
  }

 private:
  std::size_t mass(const GumboNode* node) const {
    const auto at = mass_.find(node);
    return at == mass_.end() ? 0 : at->second;
  }

  bool is_clutter(const GumboNode& element) const {
    switch (clutter_of(element)) {
      case Clutter::certain:
        return true;
      case Clutter::likely:
        // A wrapper that is called by what stands in it besides.
        return strict_ && wrappers_.count(&element) == 0;
      case Clutter::none:
        return false;
    }
    return false;
  }

  std::function<bool(const GumboNode&)> skipping() const {
    return
        [this](const GumboNode& element) { return is_clutter(element) || cards_.count(&element); };
  }

  // What is in one of its kind already is not counted again.
  void find_candidates() {
    const GumboNode* in_body = nullptr;
    const GumboNode* in_article = nullptr;
    walk(
        root_,
        [&](const GumboNode& node) {
          if (!is_element(node) || is_clutter(node)) return false;
          if (in_body == nullptr && is_named_body(node)) {
            bodies_.push_back(in_body = &node);
          }
          if (is_article(node)) {
            if (in_article == nullptr) {
              articles_.push_back(in_article = &node);
            } else if (is_card(node)) {
              cards_.insert(&node);
              return false;
            }
          }
          if (is_main(node)) mains_.push_back(&node);
          return true;
        },
        [&](const GumboNode& node) {
          if (in_body == &node) in_body = nullptr;
          if (in_article == &node) in_article = nullptr;
        });
  }

  bool is_enough(std::size_t bytes) const {
    return bytes >= kLeastBody || (bytes > 0 && 2 * bytes >= mass(&root_));
  }

  const GumboNode* heaviest(const Nodes& nodes) const {
    return *std::max_element(nodes.begin(), nodes.end(),
                             [this](auto* a, auto* b) { return mass(a) < mass(b); });
  }

  std::size_t sum(const Nodes& nodes) const {
    std::size_t bytes = 0;
    for (const GumboNode* node : nodes) bytes += mass(node);
    return bytes;
  }

  // Whether one of them is the article, not one of many.
  bool stands_out(const GumboNode* node, const Nodes& among) const {
    return 5 * mass(node) >= 3 * sum(among);
  }

  Nodes places() const {
    if (!bodies_.empty()) {
      const GumboNode* body = heaviest(bodies_);
      if (stands_out(body, bodies_) && is_enough(mass(body))) return {body};
      if (is_enough(sum(bodies_))) return bodies_;  // the posts of a live blog
    }
    if (!articles_.empty()) {
      const GumboNode* article = heaviest(articles_);
      if (stands_out(article, articles_) && is_enough(mass(article))) return {article};
    }
    if (!mains_.empty() && is_enough(mass(mains_.front()))) return {mains_.front()};
    return densest();
  }

  // The element that holds the most text in paragraphs, and what stands beside it and is text too.
  Nodes densest() const {
    const GumboNode* best = nullptr;
    std::size_t most = 0;
    // In the order of the page, so that ties are broken by it.
    walk(root_, [&](const GumboNode& node) {
      const auto at = score_.find(&node);
      if (at == score_.end()) return is_element(node) && mass(&node) > 0;
      if (!is_element(node, GUMBO_TAG_P) && at->second > most) {
        most = at->second;
        best = &node;
      }
      return true;
    });
    if (best == nullptr || best == &root_ || is_element(*best, GUMBO_TAG_BODY)) return {&root_};
    Nodes nodes;
    const GumboVector& beside = best->parent->v.element.children;
    for (unsigned i = 0; i < beside.length; ++i) {
      const auto* node = static_cast<const GumboNode*>(beside.data[i]);
      if (!is_element(*node) || is_clutter(*node)) continue;
      constexpr std::size_t kLongParagraph = 80;
      const bool paragraph = is_element(*node, GUMBO_TAG_P) && mass(node) >= kLongParagraph;
      const auto at = score_.find(node);
      const std::size_t score = at == score_.end() ? 0 : at->second;
      if (node == best || paragraph || 5 * score > most) nodes.push_back(node);
    }
    return nodes;
  }

  static std::vector<Paragraph> chosen(std::vector<Paragraph>&& all, std::string_view title) {
    std::vector<Paragraph> kept;
    std::unordered_set<std::string_view> seen;
    const auto drop_heading = [&] {  // of what was left out
      while (!kept.empty() && kept.back().is_heading) kept.pop_back();
    };
    constexpr std::size_t kLeastRepeated = 40;
    for (Paragraph& paragraph : all) {
      if (paragraph.is_mostly_links() || is_filler(paragraph.text)) {
        drop_heading();
        continue;
      }
      if (paragraph.is_heading) {
        drop_heading();
        if (same_word(paragraph.text, title)) continue;
      } else if (paragraph.text.size() >= kLeastRepeated && !seen.insert(paragraph.text).second) {
        continue;  // once for telephones, once for larger screens
      }
      kept.push_back(paragraph);
    }
    drop_heading();
    return kept;
  }

  const GumboNode& root_;
  const bool strict_;
  std::unordered_set<const GumboNode*> wrappers_;  // around the title or the body
  std::unordered_set<const GumboNode*> cards_;
  std::unordered_map<const GumboNode*, std::size_t> mass_;   // bytes in paragraphs
  std::unordered_map<const GumboNode*, std::size_t> score_;  // of them, those that stand near
  Nodes bodies_;
  Nodes articles_;
  Nodes mains_;
};

}  // namespace

std::string body_text(const HtmlTree& page, std::string_view title) {
  std::string text = Page(page, true).text(title);
  return text.empty() ? Page(page, false).text(title) : text;
}

std::string fragment_text(std::string_view html) {
  const HtmlTree tree(html);
  return joined(paragraphs_of(tree.root(), [](const GumboNode& element) {
    return clutter_of(element) == Clutter::certain;
  }));
}

std::string fragment_line(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) {
    std::string line;
    append_collapsed(line, html);
    return std::string(trim(line));
  }
  return line_of(HtmlTree(html).root());
}

}  // namespace casus::interchange
