// What a word can be, before its neighbours are asked.

#include "extract/syntax/grammar_tags.h"

namespace casus::extract {
namespace {

class WordTagger {
 public:
  WordTagger(TaggedSentence& s, const std::vector<Tag>& hints) : s_(s), hints_(hints) {}

  std::vector<VerbForms> run() {
    s_.tags.assign(s_.range.size(), Tag::none);
    forms_.resize(s_.range.size());
    capitals_ = all_capital();
    for (std::uint32_t i = s_.range.begin; i < s_.range.end; ++i) start(i);
    return std::move(forms_);
  }

 private:
  std::string_view lower(std::uint32_t i) const { return s_.lower(i); }
  bool in(std::uint32_t i) const { return s_.range.contains(i); }

  // Capitals say nothing in a headline or a text in capitals.
  bool all_capital() const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = s_.range.begin; i < s_.range.end; ++i) {
      const Token& token = s_.token(i);
      if (!token.word || token.text.size() < 4) continue;
      ++words;
      if (token.capital) ++capitals;
    }
    return words > 3 && capitals * 10 > words * 9;
  }

  // "the rebels' camp", where the apostrophe closes no quotation.
  bool is_plural_possessive(std::uint32_t i) const {
    const Token& token = s_.token(i);
    if (token.lower != "'" || token.space_before || i == s_.range.begin) return false;
    if (!s_.lower(i - 1).ends_with('s')) return false;
    const Quotation* quotation = s_.document->quotation_of(i);
    return quotation == nullptr || quotation->tokens.end != i + 1;
  }

  // "to avenge the dead", "did not cower": a verb, though no known one.
  bool demands_base(std::uint32_t i) const {
    std::uint32_t b = i;
    while (b > s_.range.begin && (is_adverb(lower(b - 1)) || lower(b - 1) == "not")) --b;
    if (b == s_.range.begin || lower(i).ends_with('s')) return false;
    Tag governor = closed_class(lower(b - 1));
    if (governor == Tag::modal || governor == Tag::do_) return !is_adjective(lower(i));
    Tag next = in(i + 1) ? closed_class(lower(i + 1)) : Tag::none;
    return governor == Tag::to && (next == Tag::determiner || next == Tag::pronoun);
  }

  // "'s": of a noun, or "is" or "has" after a pronoun.
  Tag contracted(std::uint32_t i) const {
    if (i == s_.range.begin) return Tag::possessive;
    std::string_view w = lower(i - 1);
    bool pronoun = is_subject_pronoun(w) || w == "that" || w == "there" || w == "what" ||
                   w == "who" || w == "here" || w == "where" || w == "how";
    if (!pronoun) return Tag::possessive;
    std::uint32_t next = i + 1;
    while (is_adverb(lower(next))) ++next;
    bool perfect = lower(next) == "been" || is_intransitive(verb_forms(lower(next)).lemma);
    return perfect && !lower(next).ends_with("ing") ? Tag::have : Tag::be;
  }

  static bool is_compound(std::string_view w) {
    std::size_t hyphen = w.find('-');
    if (hyphen == std::string_view::npos || !(w.ends_with("ed") || w.ends_with("ing"))) {
      return false;
    }
    std::string_view prefix = w.substr(0, hyphen);
    return prefix != "re" && prefix != "co" && prefix != "pre" && prefix != "de" &&
           prefix != "counter" && prefix != "over";
  }

  // What needs no neighbours.
  void start(std::uint32_t i) {
    const Token& token = s_.token(i);
    std::uint32_t k = i - s_.range.begin;
    if (!token.word && !token.number) {
      s_.set(i, is_plural_possessive(i) ? Tag::possessive : Tag::mark);
      return;
    }
    if (token.number) {
      s_.set(i, Tag::number);
      return;
    }
    if (token.lower == "'s") {
      s_.set(i, contracted(i));
      return;
    }
    if (k < hints_.size() && hints_[k] != Tag::none && !is_verbless_participle(token.lower)) {
      s_.set(i, hints_[k]);
      forms_[k] = verb_forms(token.lower);
      return;
    }
    bool name = token.capital && !capitals_ && !begins_sentence(s_, i);
    Tag closed = closed_class(token.lower);
    if (name && closed != Tag::none && token.text.size() > 1 && token.text == "US") {
      closed = Tag::none;
    }
    if (name && (token.lower == "may" || token.lower == "will") &&
        (i + 1 == s_.range.end || !s_.token(i + 1).word || s_.token(i - 1).number)) {
      closed = Tag::none;  // the month, a man
    }
    if (token.text == "US" || token.text == "IT") closed = Tag::none;
    if (token.lower == "due" && s_.is(i + 1, "to")) closed = Tag::preposition;
    if (closed != Tag::none) {
      s_.set(i, closed);
      return;
    }
    if (name) {
      s_.set(i, Tag::name);
      return;
    }
    if (is_adverb(token.lower)) {
      s_.set(i, Tag::adverb);
      return;
    }
    forms_[k] = verb_forms(token.lower);
    // "Iranian-backed", "high-skilled"; "neighbouring", which is no form of a verb
    if (is_compound(token.lower) || is_verbless_participle(token.lower)) {
      s_.set(i, Tag::adjective);
      forms_[k] = {};
      return;
    }
    if (!forms_[k].any() && demands_base(i)) {
      forms_[k].lemma = token.lower;
      forms_[k].base = true;
    }
    if (token.capital && begins_sentence(s_, i) && !capitals_ &&
        !(forms_[k].gerund || forms_[k].participle)) {
      bool plain = is_adjective(token.lower) || forms_[k].any() || is_plural(token.lower);
      bool name_next = in(i + 1) && s_.token(i + 1).capital;
      s_.set(i, plain && !name_next ? (is_adjective(token.lower) ? Tag::adjective : Tag::noun)
                                    : Tag::name);
      return;
    }
    if (!forms_[k].any()) {
      s_.set(i, is_adjective(token.lower) ? Tag::adjective : Tag::noun);
    }
  }

  TaggedSentence& s_;
  const std::vector<Tag>& hints_;
  std::vector<VerbForms> forms_;
  bool capitals_ = false;
};

}  // namespace

bool begins_sentence(const TaggedSentence& s, std::uint32_t i) {
  if (i == s.range.begin) return true;
  return s.is(i - 1, ":") || opens_quotation(s, i - 1);
}

bool opens_quotation(const TaggedSentence& s, std::uint32_t i) {
  const Quotation* quotation = s.document->quotation_of(i);
  return quotation != nullptr && quotation->tokens.begin == i;
}

std::vector<VerbForms> tag_words(TaggedSentence& sentence, const std::vector<Tag>& hints) {
  return WordTagger(sentence, hints).run();
}

}  // namespace casus::extract
