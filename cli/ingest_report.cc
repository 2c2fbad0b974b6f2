#include "cli/ingest_report.h"

#include <fmt/format.h>

#include <iostream>

#include "cli/text.h"

namespace casus::cli {

void count(storage::PutOutcome outcome, v1::IngestReport& report) {
  switch (outcome) {
    case storage::PutOutcome::added:
      return report.set_added(report.added() + 1);
    case storage::PutOutcome::unchanged:
      return report.set_unchanged(report.unchanged() + 1);
    case storage::PutOutcome::replaced:
      return report.set_replaced(report.replaced() + 1);
    case storage::PutOutcome::outdated:
      return report.set_outdated(report.outdated() + 1);
  }
}

void print_counts(const v1::IngestReport& report, std::string_view failed) {
  print_count("new", report.added(), Tone::good);
  print_count("unchanged", report.unchanged());
  print_count("replaced", report.replaced());
  if (report.outdated() > 0) print_count("outdated", report.outdated());
  print_count(failed, report.failed(), Tone::bad);
}

void print_count(std::string_view label, std::uint32_t count, Tone tone) {
  std::cout << toned(fmt::format("{:<14}{:>9}", label, with_thousands(count)),
                     count > 0 ? tone : Tone::faint, output_style())
            << '\n';
}

}  // namespace casus::cli
