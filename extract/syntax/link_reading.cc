#include "extract/syntax/link_reading.h"

#include <algorithm>
#include <string_view>

namespace casus::extract {
namespace {

constexpr int kDepth = 12;  // of coordinations within each other

struct Link {
  std::size_t left = 0;
  std::size_t right = 0;
  std::string_view label;
  std::string_view base;  // the capitals that it begins with
};

std::string_view base_of(std::string_view label) {
  while (!label.empty() && label.front() >= 'a' && label.front() <= 'z') label.remove_prefix(1);
  std::size_t n = 0;
  while (n < label.size() && label[n] >= 'A' && label[n] <= 'Z') ++n;
  return label.substr(0, n);
}

class LinkageReader {
 public:
  LinkageReader(Linkage linkage, const LinkPiece& piece, const Document& document)
      : document_(document) {
    std::size_t count = linkage_get_num_words(linkage);
    for (std::size_t w = 0; w < count; ++w) {
      words_.emplace_back(linkage_get_word(linkage, w));
      tokens_.push_back(token_of(linkage, w, piece));
    }
    std::size_t links = linkage_get_num_links(linkage);
    for (std::size_t k = 0; k < links; ++k) {
      Link link;
      link.left = linkage_get_link_lword(linkage, k);
      link.right = linkage_get_link_rword(linkage, k);
      if (link.left >= count || link.right >= count) continue;
      link.label = linkage_get_link_label(linkage, k);
      link.base = base_of(link.label);
      links_.push_back(link);
    }
  }

  void hints(std::uint32_t first, std::vector<Tag>& hints) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      if (tokens_[w] == kNone) continue;
      std::size_t slot = tokens_[w] - first;
      if (slot >= hints.size() || hints[slot] != Tag::none) continue;
      hints[slot] = hint(w);
    }
  }

  void relations(std::vector<Relation>& out) const {
    for (const Link& link : links_) {
      if (link.base == "S" || link.base == "SX") {
        add(out, Relation::Kind::subject, link.right, link.left);
      } else if (link.base == "SI" || link.base == "SXI") {
        bool speech = tokens_[link.left] != kNone &&
                      is_speech_verb(verb_forms(document_[tokens_[link.left]].lower).lemma);
        add(out, speech ? Relation::Kind::speaker : Relation::Kind::subject, link.left, link.right);
      } else if (link.base == "O") {
        add(out, Relation::Kind::object, link.left, link.right);
      }
    }
  }

 private:
  static std::uint32_t token_of(Linkage linkage, std::size_t word, const LinkPiece& piece) {
    std::size_t begin = linkage_get_word_byte_start(linkage, word);
    std::size_t end = linkage_get_word_byte_end(linkage, word);
    if (end <= begin || begin >= piece.text.size()) return kNone;
    auto after = std::upper_bound(piece.starts.begin(), piece.starts.end(),
                                  static_cast<std::uint32_t>(begin));
    if (after == piece.starts.begin()) return kNone;
    return piece.tokens[static_cast<std::size_t>(after - piece.starts.begin()) - 1];
  }

  // "n" of "attack.n", "v-d" of "hit.v-d"; empty for a word that is not known.
  std::string_view subscript(std::size_t w) const {
    std::string_view word = words_[w];
    if (word.starts_with('[') || word.ends_with(']')) return {};
    std::size_t dot = word.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == word.size()) return {};
    return word.substr(dot + 1);
  }

  bool linked_left(std::size_t w, std::string_view base) const {
    return std::any_of(links_.begin(), links_.end(),
                       [&](const Link& l) { return l.right == w && l.base == base; });
  }
  bool linked_right(std::size_t w, std::string_view base) const {
    return std::any_of(links_.begin(), links_.end(),
                       [&](const Link& l) { return l.left == w && l.base == base; });
  }

  // The verb form that the links ask for, looking through coordinations.
  Tag verb_hint(std::size_t w, const VerbForms& forms, int depth) const {
    if (depth > kDepth) return Tag::none;
    for (const Link& l : links_) {
      if (l.right == w) {
        if (l.base == "S" || l.base == "SX" || l.base == "RS" || l.base == "SF") {
          if (forms.past) return Tag::past;
          if (forms.present || forms.base) return Tag::present;
        }
        if ((l.base == "I" || l.base == "IV") && forms.base && l.label.substr(0, 2) != "IN") {
          return Tag::base;
        }
        // A reduced participle (M, MX) is left to the order of words, which knows it better.
        bool perfect = l.base == "PP" || l.label.starts_with("Pv");
        if (perfect && depth > 0 && forms.participle) {
          return Tag::participle;
        }
        if ((l.label.starts_with("Pg") || l.label.starts_with("Mg")) && forms.gerund) {
          return Tag::gerund;
        }
        if (l.base == "VJ") {
          if (Tag t = verb_hint(l.left, forms, depth + 1); t != Tag::none) return t;
        }
      } else if (l.left == w) {
        if (l.base == "SI") return forms.past ? Tag::past : Tag::present;
        if (l.base == "VJ") {
          if (Tag t = verb_hint(l.right, forms, depth + 1); t != Tag::none) return t;
        }
      }
    }
    return Tag::none;
  }

  Tag hint(std::size_t w) const {
    const Token& token = document_[tokens_[w]];
    const std::string& lower = token.lower;
    if (lower == "that") {
      if (linked_right(w, "RS") || linked_left(w, "R")) return Tag::wh;
      if (linked_right(w, "C") || linked_left(w, "TH") || linked_right(w, "CV")) {
        return Tag::subordinator;
      }
      return Tag::none;
    }
    if (lower == "as" || lower == "before" || lower == "after" || lower == "since" ||
        lower == "until") {
      if (linked_right(w, "C") || linked_right(w, "CV")) return Tag::subordinator;
      if (linked_right(w, "J")) return Tag::preposition;
      return Tag::none;
    }
    if (closed_class(lower) != Tag::none || is_adverb(lower)) return Tag::none;
    // "the Chadian armed forces": nobody arms forces.
    if (lower == "armed" && tokens_[w] + 1 < document_.tokens().size() &&
        document_[tokens_[w] + 1].lower == "forces")
      return Tag::adjective;
    VerbForms forms = verb_forms(lower);
    if (!forms.any()) return Tag::none;
    std::string_view sub = subscript(w);
    if (sub.empty()) return Tag::none;
    // Where the word before decides, it decides better.
    std::uint32_t before = tokens_[w];
    while (before > 0 && (is_adverb(document_[before - 1].lower) ||
                          closed_class(document_[before - 1].lower) == Tag::negation)) {
      --before;
    }
    if (before > 0) {
      const Token& previous = document_[before - 1];
      Tag class_before = closed_class(previous.lower);
      if (is_auxiliary(class_before) || class_before == Tag::determiner) return Tag::none;
      if (forms.gerund && is_adjective(previous.lower)) return Tag::none;
      if (class_before == Tag::conjunction && before > 1 && forms.participle &&
          verb_forms(document_[before - 2].lower).participle) {
        return Tag::none;  // "been injured or killed"
      }
      if (previous.lower == "'s" || previous.text == ",") {
        if (forms.gerund) return Tag::none;
      }
      if (lower == "fire" && verb_forms(previous.lower).any()) return Tag::noun;
    }
    if (tokens_[w] + 1 < document_.tokens().size() && forms.participle &&
        document_[tokens_[w] + 1].lower == "by") {
      return Tag::none;
    }
    if (forms.gerund && before > 0 && tokens_[w] + 1 < document_.tokens().size() &&
        names_deed(document_[before - 1].lower, forms.lemma, document_[tokens_[w] + 1].lower)) {
      return Tag::noun;
    }
    if (tokens_[w] + 1 < document_.tokens().size() && forms.lemma == "open" &&
        document_[tokens_[w] + 1].lower == "fire") {
      return Tag::none;
    }
    if (sub.starts_with('v') || sub.starts_with('q') || sub.starts_with('w')) {
      if (token.capital && tokens_[w] != first_token()) return Tag::none;
      return verb_hint(w, forms, 0);
    }
    if (sub.starts_with('g')) return forms.gerund ? Tag::gerund : Tag::none;
    if (token.capital) return Tag::none;
    if (sub.starts_with('a')) return Tag::adjective;
    if (sub.starts_with('n') || sub.starts_with('s') || sub.starts_with('p') ||
        sub.starts_with('u')) {
      return Tag::noun;
    }
    return Tag::none;
  }

  std::uint32_t first_token() const {
    for (std::uint32_t token : tokens_) {
      if (token != kNone) return token;
    }
    return kNone;
  }

  // The words that a coordination joins, or the word itself.
  void expand(std::size_t w, std::string_view kind, int depth,
              std::vector<std::size_t>& out) const {
    bool any = false;
    if (depth < kDepth) {
      for (const Link& l : links_) {
        if (l.base != kind) continue;
        if (l.right == w && l.label.size() > 2 && l.label[2] == 'l') {
          any = true;
          expand(l.left, kind, depth + 1, out);
        } else if (l.left == w && l.label.size() > 2 && l.label[2] == 'r') {
          any = true;
          expand(l.right, kind, depth + 1, out);
        }
      }
    }
    if (!any) out.push_back(w);
  }

  void add(std::vector<Relation>& out, Relation::Kind kind, std::size_t verb,
           std::size_t noun) const {
    std::vector<std::size_t> verbs;
    std::vector<std::size_t> nouns;
    expand(verb, "VJ", 0, verbs);
    expand(noun, "SJ", 0, nouns);
    for (std::size_t v : verbs) {
      for (std::size_t n : nouns) {
        if (tokens_[v] == kNone || tokens_[n] == kNone || out.size() > 1000) continue;
        out.push_back({kind, tokens_[v], tokens_[n]});
      }
    }
  }

  const Document& document_;
  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> tokens_;
  std::vector<Link> links_;
};

}  // namespace

void read_linkage(Linkage linkage, const LinkPiece& piece, const Document& document,
                  std::uint32_t first, std::vector<Tag>& hints, std::vector<Relation>& relations) {
  LinkageReader reader(linkage, piece, document);
  reader.hints(first, hints);
  reader.relations(relations);
}

}  // namespace casus::extract
