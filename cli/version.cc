#include "cli/version.h"

#include <fmt/format.h>

#include <initializer_list>
#include <iostream>
#include <memory>
#include <vector>

#include "extract/extractor.h"
#include "extract/libraries.h"
#include "graph/libraries.h"
#include "interchange/libraries.h"
#include "interchange/writers.h"
#include "query/libraries.h"
#include "storage/libraries.h"
#include "storage/store.h"

namespace casus::cli {
namespace {

std::vector<Library> own_libraries() {
  return {{"CLI11", CLI11_VERSION},
          {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100,
                              FMT_VERSION % 100)}};
}

}  // namespace

v1::Version version() {
  v1::Version version;
  version.set_casus(CASUS_VERSION);
  version.set_extractor(extract::extractor_version(*extract::Lexicon::load({})));
  version.set_store_format(storage::kFormatVersion);
  for (const auto& libraries : {storage::libraries(), query::libraries(), extract::libraries(),
                                interchange::libraries(), casus::libraries(), own_libraries()}) {
    for (const Library& library : libraries) {
      auto* added = version.add_libraries();
      added->set_name(library.name);
      added->set_version(library.version);
    }
  }
  return version;
}

std::string version_text() {
  const v1::Version known = version();
  std::string text = fmt::format("casus {}\n\n", known.casus());
  const auto line = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{:<18}{}\n", name, value);
  };
  line("extractor", known.extractor());
  line("store format", std::to_string(known.store_format()));
  for (const auto& library : known.libraries()) line(library.name(), library.version());
  return text;
}

void add_version(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("version", "Versions of casus and of what it stands on");
  auto format = std::make_shared<Format>(Format::text);
  add_format(*command, *format);
  command->footer(
      "The extractor's version is that of its rules and the fingerprint of its lexicon; articles\n"
      "that another version read are read again by `casus ingest`.");
  command->callback([&session, format] {
    std::cout << (*format == Format::json ? interchange::to_json_line(version()) + '\n'
                                          : version_text());
    session.exit_code = kDone;
  });
}

}  // namespace casus::cli
