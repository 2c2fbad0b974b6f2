#include "cli/help.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <sstream>
#include <vector>

#include "cli/groups.h"
#include "cli/text.h"
#include "cli/usage.h"

namespace casus::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kWidestLabel = 24;

class HelpPage {
 public:
  explicit HelpPage(const OutputStyle& style) : style_(style) {}

  void heading(const std::string& text) {
    out_ << '\n'
         << (style_.colours ? "\033[1m" : "") << text << ':' << (style_.colours ? "\033[0m" : "")
         << '\n';
  }

  // Line breaks stay: summaries and footers are laid out by hand.
  void text(const std::string& text) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out_ << line << '\n';
  }

  // Two columns; a long label has the first line for itself.
  void entry(const std::string& label, const std::string& text, std::size_t label_columns) {
    const std::size_t beside = kIndent + label_columns + 2;
    out_ << std::string(kIndent, ' ') << padded(label, label_columns);
    bool first = columns(label) <= label_columns;
    if (!first) out_ << '\n';
    for (const std::string& line : wrap(text, style_.width - beside)) {
      out_ << std::string(first ? 2 : beside, ' ') << line << '\n';
      first = false;
    }
  }

  void parameters(const std::string& title, const std::vector<Parameter>& parameters) {
    if (parameters.empty()) return;
    heading(title);
    std::size_t widest = 0;
    for (const Parameter& parameter : parameters) {
      const std::size_t needed = columns(label(parameter));
      if (needed <= kWidestLabel) widest = std::max(widest, needed);
    }
    for (const Parameter& parameter : parameters) {
      std::string text = parameter.help;
      if (!parameter.standard.empty()) text += " (default: " + parameter.standard + ")";
      entry(label(parameter), text, widest);
    }
  }

  void commands(const std::string& title, const std::vector<Reference>& commands,
                std::size_t label_columns) {
    if (commands.empty()) return;
    heading(title);
    for (const Reference& command : commands) {
      entry(command.word, command.summary, label_columns);
    }
  }

  std::string str() const { return out_.str(); }

 private:
  const OutputStyle& style_;
  std::ostringstream out_;
};

void print_commands(HelpPage& page, const Reference& command) {
  std::size_t widest = 0;
  for (const Reference& child : command.commands) widest = std::max(widest, child.word.size());
  if (command.name != command.word) return page.commands("Commands", command.commands, widest);
  for (const std::string& group : group_names()) {
    std::vector<Reference> in_group;
    for (const Reference& child : command.commands) {
      if (child.group == group) in_group.push_back(child);
    }
    page.commands(group, in_group, widest);
  }
}

}  // namespace

std::string help_text(const Reference& command, const OutputStyle& style) {
  HelpPage page(style);
  page.text(command.summary);
  page.text("\nUsage: " + usage(command));
  print_commands(page, command);
  page.parameters("Arguments", command.arguments);
  page.parameters("Options", command.options);
  if (!command.footer.empty()) page.text("\n" + command.footer);
  if (command.name != command.word) {
    page.text("\n`casus --help` explains --store and what else goes with every command.");
  }
  return page.str();
}

CLI::App& named_command(CLI::App& app) {
  CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().back();
  return *command;
}

void add_help(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("help", "Explain casus, or a command");
  auto words = std::make_shared<std::vector<std::string>>();
  command->add_option("command", *words, "a command; nothing for an overview")
      ->type_name("COMMAND");
  command->footer("Example:\n  casus help trace");
  command->callback([&app, &session, words] {
    const CLI::App* about = &app;
    for (const std::string& word : *words) {
      const auto named =
          about->get_subcommands([&](const CLI::App* child) { return child->get_name() == word; });
      if (named.empty()) throw UsageError(unknown_command(*about, word));
      about = named.front();
    }
    std::cout << help_text(describe(*about), output_style());
    session.exit_code = kDone;
  });
}

}  // namespace casus::cli
