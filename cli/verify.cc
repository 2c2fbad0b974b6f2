#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/printer.h"
#include "interchange/bundle.h"

namespace casus::cli {
namespace {

int run(const std::string& folder) {
  const auto faults = interchange::verify_bundle(folder);
  Printer printer = Printer::for_stdout();
  for (const std::string& fault : faults) printer.paragraph(0, fault, Tone::bad, 2);
  if (faults.empty()) printer.paragraph(0, fmt::format("{}: as it was written", folder));
  return faults.empty() ? kDone : kBadInput;
}

}  // namespace

void add_verify(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "verify", "Whether a bundle of evidence is as `casus export --format bundle` wrote it");
  auto folder = std::make_shared<std::string>();
  command->add_option("bundle", *folder, "its folder")->required()->type_name("DIR");
  command->footer(
      "Examples:\n"
      "  casus export --relation Rwanda M23 --format bundle -o case-7\n"
      "  casus verify case-7\n\n"
      "It ends with exit code 3 if a file is changed, missing, or does not belong there.\n"
      "`sha256sum --check SHA256SUMS` tells the same of changed and missing files.");
  command->callback([&session, folder] { session.exit_code = run(*folder); });
}

}  // namespace casus::cli
