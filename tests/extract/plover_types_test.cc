// Plain sentences on every PLOVER type, with who acts and whom it is about: data/plover_types.tsv.
// Not each of them is read rightly yet; the share of those that are must not fall.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file

namespace {

struct Line {
  std::string type;
  std::string initiator;
  std::string target;
  std::string sentence;
};

std::vector<Line> lines() {
  std::ifstream file(CASUS_SOURCE_DIR "/tests/extract/data/plover_types.tsv");
  std::vector<Line> lines;
  for (std::string text; std::getline(file, text);) {
    if (text.empty() || text.front() == '#') continue;
    std::istringstream cells(text);
    Line line;
    std::getline(cells, line.type, '\t');
    std::getline(cells, line.initiator, '\t');
    std::getline(cells, line.target, '\t');
    std::getline(cells, line.sentence, '\t');
    lines.push_back(line);
  }
  return lines;
}

template <typename Parties>
bool any_says(const Parties& parties, const std::string& text) {
  return std::any_of(parties.begin(), parties.end(), [&](const auto& party) {
    return party.text().find(text) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("Plain sentences on every PLOVER type") {
  const std::vector<Line> all = lines();
  REQUIRE(all.size() > 80);
  double types = 0;
  double initiators = 0;
  double targets = 0;
  std::string missed;
  for (const Line& line : all) {
    const v1::ArticleAnnotation annotation = extract::aid::read(line.sentence);
    bool type = false;
    bool initiator = false;
    bool target = false;
    for (const v1::Event& event : annotation.events()) {
      if (event.type() != line.type) continue;
      type = true;
      initiator = initiator || any_says(event.initiators(), line.initiator);
      target = target || any_says(event.targets(), line.target);
    }
    types += type;
    initiators += initiator;
    targets += target;
    if (!type) missed += "\n" + line.type + ": " + line.sentence;
  }
  const auto count = static_cast<double>(all.size());
  INFO("types " << types << ", initiators " << initiators << ", targets " << targets << " of "
                << count << "; missed:" << missed);
  CHECK(types / count >= 0.95);
  CHECK(initiators / count >= 0.9);
  CHECK(targets / count >= 0.7);
}
