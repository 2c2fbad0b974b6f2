#include "extract/syntax/grammar_clauses.h"
#include "extract/syntax/syntax.h"

namespace casus::extract {
namespace {

class ShallowParser : public Parser {
 public:
  Syntax parse(const Document& document, const Sentence& sentence) override {
    return build_syntax(document, sentence, {}, {});
  }
};

}  // namespace

std::unique_ptr<Parser> make_shallow_parser() { return std::make_unique<ShallowParser>(); }

}  // namespace casus::extract
