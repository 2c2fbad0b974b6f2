#include "cli/manual.h"

#include <fmt/format.h>

#include <iostream>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/groups.h"
#include "cli/version.h"

namespace casus::cli {
namespace {

// Text that roff prints as it is.
std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

// Lines that are set in are shown as they are, all others flow together.
void append_text(const std::string& text, std::string& page) {
  std::istringstream in(text);
  bool example = false;
  for (std::string line; std::getline(in, line);) {
    const bool set_in = line.compare(0, 2, "  ") == 0;
    if (set_in != example) page += set_in ? ".PP\n.RS 4\n.EX\n" : ".EE\n.RE\n.PP\n";
    example = set_in;
    if (line.empty()) {
      page += ".PP\n";
    } else {
      page += roff(set_in ? line.substr(2) : line) + '\n';
    }
  }
  if (example) page += ".EE\n.RE\n";
}

void append_parameters(const std::vector<Parameter>& parameters, std::string& page) {
  for (const Parameter& parameter : parameters) {
    std::string names;
    for (const std::string& name : parameter.names) {
      names += (names.empty() ? "" : ", ") + bold(name);
    }
    if (!parameter.value.empty()) {
      names += (names.empty() ? "" : " ") + italic(parameter.value);
    }
    page += ".TP\n" + names + '\n' + roff(parameter.help);
    if (!parameter.standard.empty()) page += roff(" (default: " + parameter.standard + ")");
    page += '\n';
  }
}

void append_command(const Reference& command, std::string& page) {
  page += fmt::format(".SS {}\n{}.\n", roff(usage(command)), roff(command.summary));
  append_parameters(command.arguments, page);
  append_parameters(command.options, page);
  if (!command.footer.empty()) {
    page += ".PP\n";
    append_text(command.footer, page);
  }
  for (const Reference& child : command.commands) append_command(child, page);
}

}  // namespace

std::string manual_page(const Reference& casus, const std::string& version) {
  const std::size_t line = casus.summary.find('\n');
  const std::string title = casus.summary.substr(0, line);
  std::string page = fmt::format(".TH CASUS 1 \"\" \"casus {}\" \"User Commands\"\n", version);
  page += ".SH NAME\n" + roff("casus - " + title.substr(title.find(": ") + 2)) + '\n';
  page += ".SH SYNOPSIS\n" + bold("casus") + roff(usage(casus).substr(casus.name.size())) + '\n';
  page += ".SH DESCRIPTION\n";
  if (line != std::string::npos) append_text(casus.summary.substr(line + 1), page);
  page += ".SH OPTIONS\n";
  append_parameters(casus.options, page);
  for (const std::string& group : group_names()) {
    bool headed = false;
    for (const Reference& command : casus.commands) {
      if (command.group != group) continue;
      if (!headed) page += fmt::format(".SH \"COMMANDS: {}\"\n", roff(group));
      headed = true;
      append_command(command, page);
    }
  }
  page += ".SH NOTES\n";
  append_text(casus.footer, page);
  return page;
}

void add_manual(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("manual", "Print the manual page");
  command->group("");  // for packagers
  command->callback([&app, &session] {
    std::cout << manual_page(describe(app), version().casus());
    session.exit_code = kDone;
  });
}

}  // namespace casus::cli
