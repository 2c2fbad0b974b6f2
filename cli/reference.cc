#include "cli/reference.h"

#include <cctype>
#include <sstream>

namespace casus::cli {
namespace {

std::string capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

// "json|protobuf|graphml" and the like.
constexpr std::size_t kWidestValue = 60;

// What CLI11 calls a value when the command has no name for it.
bool is_made_up(const std::string& type) {
  return type == "TEXT" || type == "UINT" || type == "INT" || type == "FLOAT";
}

std::vector<std::string> parts(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : full_name(*app.get_parent()) + " " + app.get_name();
}

}  // namespace

Parameter describe(const CLI::Option& option) {
  Parameter parameter;
  for (const std::string& name : option.get_snames()) parameter.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) parameter.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) {
    parameter.value = option.get_type_name();
    if (parameter.value.empty() || is_made_up(parameter.value)) {
      parameter.value = capitals(option.get_single_name());
    }
    if (parameter.value.find('|') != std::string::npos) {
      parameter.choices = parts(parameter.value, '|');
      // What is too long to be shown is told in the description.
      if (parameter.value.size() > kWidestValue) {
        parameter.value = capitals(option.get_single_name());
      }
    }
    parameter.repeated = option.get_items_expected_max() > 1;
  }
  parameter.standard = option.get_default_str();
  parameter.help = option.get_description();
  parameter.required = option.get_required();
  return parameter;
}

Reference describe(const CLI::App& app) {
  Reference command;
  command.name = full_name(app);
  command.word = app.get_name();
  command.summary = app.get_description();
  command.group = app.get_group();
  command.footer = app.get_footer();
  std::vector<Parameter> help;  // last, and not first as CLI11 has it
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    auto& list = option->get_positional()       ? command.arguments
                 : option == app.get_help_ptr() ? help
                                                : command.options;
    list.push_back(describe(*option));
  }
  command.options.insert(command.options.end(), help.begin(), help.end());
  const auto shown = [](const CLI::App* child) { return !child->get_group().empty(); };
  for (const CLI::App* child : app.get_subcommands(shown)) {
    command.commands.push_back(describe(*child));
  }
  return command;
}

std::string label(const Parameter& parameter) {
  std::string text;
  for (const std::string& name : parameter.names) text += (text.empty() ? "" : ", ") + name;
  if (!parameter.value.empty()) text += (text.empty() ? "" : " ") + parameter.value;
  if (parameter.repeated && parameter.names.empty()) text += "...";
  return text;
}

std::string usage(const Reference& command) {
  std::string line = command.name;
  if (!command.commands.empty()) return line + " [OPTIONS] COMMAND";
  for (const Parameter& argument : command.arguments) {
    line += argument.required ? " " + label(argument) : " [" + label(argument) + "]";
  }
  return line + " [OPTIONS]";
}

}  // namespace casus::cli
