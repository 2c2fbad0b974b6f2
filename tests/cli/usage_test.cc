// Command lines that cannot be: each is answered with a sentence that says what to type.

#include <catch2/catch.hpp>

#include "command.h"

using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

struct Wrong {
  std::vector<std::string> line;
  std::string said;
};

const std::vector<Wrong> kWrong = {
    {{"atacks"}, "'atacks' is no command of casus. Did you mean attacks? `casus --help`"},
    {{"relation", "A", "B"}, "Did you mean relations?"},
    {{"frobnicate"}, "'frobnicate' is no command of casus. `casus --help`"},
    {{"--stor", "x", "attacks"}, "no option '--stor'. Did you mean --store?"},
    {{"attacks", "--plac", "Goma"},
     "`casus attacks` has no option '--plac'. Did you mean --place? `casus attacks --help`"},
    {{"attacks", "--plac=Goma"}, "no option '--plac'."},
    {{"attacks", "-z"}, "no option '-z'."},
    {{"attacks", "Goma"}, "`casus attacks` takes options only, and no 'Goma'."},
    {{"show", "Islanders", "Front"}, "'Front' is one argument too many for `casus show KEY"},
    {{"show", "Islanders", "Front"}, "quotation marks"},
    {{"ingest"}, "`casus ingest` needs PATH..."},
    {{"attacks", "--limit", "many"}, "--limit: 'many' is no number of answers; write 0 for all"},
    {{"attacks", "--limit", "-1"}, "--limit: '-1' is no number of answers; write 0 for all"},
    {{"attacks", "--limit"}, "--limit needs a value behind it, N"},
    {{"attacks", "--limit", "1", "--limit", "2"}, "--limit is given 2 times"},
    {{"attacks", "--format", "jsno"}, "--format is text or json, not 'jsno'. Did you mean json?"},
    {{"attacks", "--actor", ""}, "--actor: the value is empty"},
    {{"attacks", "--since", "soon"}, "--since: 'soon' is no date; write YYYY-MM-DD"},
    {{"attacks", "--color", "red"}, "--color is auto or always or never, not 'red'."},
    {{"--memory", "lots", "attacks"}, "--memory: 'lots' is no size; write a number with K, M, G"},
    {{"--memory", "-1G", "attacks"}, "--memory: '-1G' is no size"},
    {{"attacks", "--memory", "4"}, "--memory: '4' is less than 16M; write a number"},
    {{"trace", "claim:x", "--actor", "y"}, "do not go together"},
    {{"trace"}, "`casus trace --help`"},
    {{"ingest", "--threads", "0", "x"}, "--threads: '0' is no number of threads"},
    {{"actors", "--kind", "army"}, "`casus actors --help`"},
    {{"help", "atacks"}, "Did you mean attacks?"},
    {{"completion", "tcsh"}, "bash or zsh or fish, not 'tcsh'"},
};

}  // namespace

TEST_CASE("a wrong line is answered with what to type instead") {
  const Wrong wrong = GENERATE(from_range(kWrong));
  const Workshop workshop;
  const Result result = workshop.casus(wrong.line);
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK_THAT(result.err, Contains(wrong.said));
  CHECK_THAT(result.err, Contains("--help`"));
  // One sentence or two, on one line.
  CHECK(result.err.find('\n') == result.err.size() - 1);
}

TEST_CASE("a long argument is cut where a message repeats it") {
  const Workshop workshop;
  const std::string word(10000, 'x');
  for (const std::vector<std::string>& line : {std::vector<std::string>{word},
                                               {"attacks", word},
                                               {"attacks", "--" + word},
                                               {"attacks", "--limit", word},
                                               {"attacks", "--since", word},
                                               {"attacks", "--format", word},
                                               {"actors", "--kind", word},
                                               {"events", "--kind", word}}) {
    const Result result = workshop.casus(line);
    CHECK(result.exit_code == 2);
    CHECK(result.err.size() < 1000);
  }
}
