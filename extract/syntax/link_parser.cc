// Link Grammar behind Parser. Its bounds are counts (words, links, null words), never a timer: a
// timer would make what is read depend on the machine's load.

#include <link-grammar/link-includes.h>

#include <memory>
#include <string>

#include "extract/syntax/grammar_clauses.h"
#include "extract/syntax/link_pieces.h"
#include "extract/syntax/link_reading.h"
#include "extract/syntax/syntax.h"
#include "graph/error.h"

namespace casus::extract {

class Grammar {
 public:
  Grammar() {
    lg_error_set_handler([](lg_errinfo*, void*) {}, nullptr);
    dictionary_ = dictionary_create_lang("en");
    if (dictionary_ == nullptr) {
      throw InputError(
          "Link Grammar's English dictionary was not found. Install the package "
          "link-grammar-dictionaries-en.");
    }
  }
  ~Grammar() { dictionary_delete(dictionary_); }
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;

  Dictionary dictionary() const { return dictionary_; }

 private:
  Dictionary dictionary_ = nullptr;
};

namespace {

struct Deleter {
  void operator()(Parse_Options_s* options) const { parse_options_delete(options); }
  void operator()(Sentence_s* sentence) const { sentence_delete(sentence); }
  void operator()(Linkage_s* linkage) const { linkage_delete(linkage); }
};
template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

class LinkParser : public Parser {
 public:
  explicit LinkParser(std::shared_ptr<const Grammar> grammar)
      : grammar_(std::move(grammar)), options_(parse_options_create()) {
    parse_options_set_verbosity(options_.get(), 0);
    parse_options_set_linkage_limit(options_.get(), 300);
    parse_options_set_short_length(options_.get(), 10);
    parse_options_set_islands_ok(options_.get(), false);
    parse_options_set_spell_guess(options_.get(), 0);
  }

  Syntax parse(const Document& document, const casus::extract::Sentence& sentence) override {
    std::vector<Tag> hints(sentence.tokens.end - sentence.body, Tag::none);
    std::vector<Relation> relations;
    std::size_t complete = 0;
    std::size_t partial = 0;
    std::size_t none = 0;
    for (const LinkPiece& piece : cut_for_links(document, sentence)) {
      int nulls =
          piece.too_long ? -1 : parse_piece(piece, document, sentence.body, hints, relations);
      ++(nulls == 0 ? complete : nulls > 0 ? partial : none);
    }
    Syntax syntax = build_syntax(document, sentence, hints, relations);
    if (complete + partial == 0) {
      syntax.quality = Syntax::Quality::shallow;
    } else {
      syntax.quality = partial + none == 0 ? Syntax::Quality::complete : Syntax::Quality::partial;
    }
    return syntax;
  }

 private:
  // How many words it had to leave out; -1 without a parse.
  int parse_piece(const LinkPiece& piece, const Document& document, std::uint32_t first,
                  std::vector<Tag>& hints, std::vector<Relation>& relations) {
    Owned<Sentence_s> sentence(sentence_create(piece.text.c_str(), grammar_->dictionary()));
    if (!sentence) return -1;
    parse_options_set_min_null_count(options_.get(), 0);
    parse_options_set_max_null_count(options_.get(), 0);
    if (sentence_split(sentence.get(), options_.get()) < 0) return -1;
    int found = sentence_parse(sentence.get(), options_.get());
    if (found == 0) {
      parse_options_set_min_null_count(options_.get(), 1);
      parse_options_set_max_null_count(options_.get(), 2);
      found = sentence_parse(sentence.get(), options_.get());
    }
    if (found <= 0 || sentence_num_valid_linkages(sentence.get()) <= 0) return -1;
    Owned<Linkage_s> linkage(linkage_create(0, sentence.get(), options_.get()));
    if (!linkage) return -1;
    read_linkage(linkage.get(), piece, document, first, hints, relations);
    return sentence_null_count(sentence.get());
  }

  std::shared_ptr<const Grammar> grammar_;
  Owned<Parse_Options_s> options_;
};

}  // namespace

std::shared_ptr<const Grammar> load_grammar() { return std::make_shared<Grammar>(); }

std::unique_ptr<Parser> make_parser(std::shared_ptr<const Grammar> grammar) {
  return std::make_unique<LinkParser>(std::move(grammar));
}

}  // namespace casus::extract
