#include "extract/lexicon/check.h"

#include <algorithm>

#include "extract/lexicon/builtin.h"
#include "extract/lexicon/loader.h"
#include "graph/utf8.h"

namespace casus::extract {
namespace {

constexpr std::size_t kMaxReasonBytes = 1000;

class Reports {
 public:
  Reports(std::span<const std::filesystem::path> files, std::size_t limit) : limit_(limit) {
    for (const std::filesystem::path& file : files) reports_.emplace_back().path = file.string();
  }

  LexiconFileReport& operator[](std::size_t i) { return reports_[i]; }

  // Problems of the built-in files are none of the user's.
  void take(const LexiconProblem& problem) {
    const auto of = std::ranges::find(reports_, problem.where.file, &LexiconFileReport::path);
    if (of == reports_.end()) return;
    ++(problem.note ? of->notes : of->mistakes);
    // What entries say of each other comes last, and belongs to lines before.
    const auto place = std::ranges::upper_bound(of->problems, problem.where.line, {},
                                                [](const auto& p) { return p.where.line; });
    if (of->problems.size() == limit_ && place == of->problems.end()) return;
    auto& reason = of->problems.insert(place, problem)->reason;
    // It quotes what is wrong, which may be long.
    if (reason.size() > kMaxReasonBytes) {
      reason.resize(utf8_head(reason, kMaxReasonBytes).size());
      reason += "…";
    }
    if (of->problems.size() > limit_) of->problems.pop_back();
  }

  std::vector<LexiconFileReport> done() && { return std::move(reports_); }

 private:
  std::size_t limit_;
  std::vector<LexiconFileReport> reports_;
};

}  // namespace

std::vector<LexiconFileReport> check_lexicon(std::span<const std::filesystem::path> files,
                                             std::size_t limit) {
  Reports reports(files, limit);
  LexiconLoader loader([&](const LexiconProblem& problem) { reports.take(problem); });
  for (const BuiltinFile& file : builtin_lexicon()) loader.add_file(file.name, file.content);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string path = files[i].string();
    try {
      const std::string content = read_lexicon_bytes(files[i]);
      reports[i].format = lexicon_format(path, content);
      reports[i].entries = loader.add_file(path, content);
    } catch (const InputError& error) {
      LexiconProblem problem;
      problem.where.file = path;
      problem.reason = error.what();
      reports.take(problem);
    }
  }
  loader.finish();
  return std::move(reports).done();
}

}  // namespace casus::extract
