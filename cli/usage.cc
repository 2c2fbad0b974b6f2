#include "cli/usage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "cli/help.h"
#include "cli/reference.h"
#include "cli/text.h"
#include "graph/spelling.h"

namespace casus::cli {
namespace {

std::string name_of(const CLI::Option& option) {
  const Parameter parameter = describe(option);
  if (!option.get_positional()) return "--" + option.get_single_name();
  return parameter.choices.empty() ? label(parameter) : option.get_single_name();
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    for (const Parameter& option : describe(*app).options) {
      names.insert(names.end(), option.names.begin(), option.names.end());
    }
  }
  return names;
}

std::string unknown_option(const CLI::App& command, const std::string& word) {
  const std::string option = word.substr(0, word.find('='));
  return fmt::format("`{}` has no option {}.{}", describe(command).name, echoed(option),
                     did_you_mean(option, option_names(command)));
}

std::string too_many(const CLI::App& command, const std::string& word) {
  const Reference reference = describe(command);
  if (reference.arguments.empty()) {
    return fmt::format("`{}` takes options only, and no {}.", reference.name, echoed(word));
  }
  return fmt::format(
      "{} is one argument too many for `{}`. A name of several words stands in quotation marks: "
      "\"two words\".",
      echoed(word), usage(reference));
}

// A word that found no place: a command, an option or an argument.
std::string left_over(const CLI::App& command, const std::string& word) {
  if (word.size() > 1 && word.front() == '-') return unknown_option(command, word);
  if (!describe(command).commands.empty()) return unknown_command(command, word);
  return too_many(command, word);
}

std::string missing(const CLI::App& command) {
  const Reference reference = describe(command);
  if (!reference.commands.empty()) {
    std::vector<std::string> words;
    for (const Reference& child : reference.commands) words.push_back(child.word);
    return fmt::format("`{}` needs a command behind it: {}.", reference.name,
                       fmt::join(words, ", "));
  }
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_required() || option->count() > 0) continue;
    const Parameter parameter = describe(*option);
    return fmt::format("`{}` needs {}: {}.", reference.name, label(parameter), parameter.help);
  }
  return fmt::format("Something is missing behind `{}`.", reference.name);
}

// Two options that exclude, or need, one another.
std::optional<std::string> conflict(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->count() == 0) continue;
    for (const CLI::Option* other : option->get_excludes()) {
      if (other->count() == 0) continue;
      return fmt::format("{} and {} do not go together; give one of them.", name_of(*option),
                         name_of(*other));
    }
    for (const CLI::Option* other : option->get_needs()) {
      if (other->count() > 0) continue;
      return fmt::format("{} is only of use with {}; give both.", name_of(*option),
                         name_of(*other));
    }
  }
  return std::nullopt;
}

std::string explain_value(const CLI::Option& option, const CLI::ParseError& error) {
  const Parameter parameter = describe(option);
  const std::string name = name_of(option);
  const std::string value = option.results().empty() ? "" : option.results().back();
  if (parameter.value.empty()) {
    return fmt::format("{} is a switch and takes no value.", name);
  }
  if (!parameter.repeated && option.count() > 1) {
    return fmt::format("{} is given {} times; once is what it takes.", name, option.count());
  }
  if (!parameter.choices.empty()) {
    return fmt::format("{} is {}, not {}.{}", name, fmt::join(parameter.choices, " or "),
                       echoed(value), did_you_mean(value, parameter.choices));
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    return fmt::format("{} takes a whole number from 0 on, not {}.", name, echoed(value));
  }
  // "--since: ..." in our own words.
  std::string text = error.what();
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

// The option whose value is at fault: the one that says so when it is asked again.
std::optional<std::string> bad_value(CLI::App& command) {
  for (CLI::Option* option : command.get_options([](CLI::Option*) { return true; })) {
    if (option->count() == 0) continue;
    try {
      option->run_callback();
    } catch (const CLI::Success&) {
      continue;  // --help
    } catch (const CLI::ParseError& error) {
      return explain_value(*option, error);
    }
  }
  return std::nullopt;
}

// An option at the end of the line, without its value. CLI11 names it first.
std::string without_value(const CLI::App& command, const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string name = text.substr(0, text.find(':'));
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    if (const CLI::Option* option = app->get_option_no_throw(name)) {
      const Parameter parameter = describe(*option);
      return fmt::format("{} needs a value behind it, {}: {}.", name, parameter.value,
                         parameter.help);
    }
  }
  return fmt::format("{} needs a value behind it.", name);
}

std::string explanation(CLI::App& app, CLI::App& command, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr ||
      dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto words = app.remaining(true);
    return words.empty() ? missing(command) : left_over(command, words.front());
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    if (const auto text = bad_value(command)) return *text;
    return without_value(command, error);
  }
  for (CLI::App* asked = &command; asked != nullptr; asked = asked->get_parent()) {
    if (const auto text = bad_value(*asked)) return *text;
    if (const auto text = conflict(*asked)) return *text;
  }
  return fmt::format("The command line cannot be read ({}).", error.what());
}

}  // namespace

std::string explain(CLI::App& app, const CLI::ParseError& error) {
  CLI::App& command = named_command(app);
  return explanation(app, command, error) + " " + see_help(command);
}

std::string unknown_command(const CLI::App& app, const std::string& word) {
  const Reference reference = describe(app);
  std::vector<std::string> known;
  for (const Reference& child : reference.commands) known.push_back(child.word);
  return fmt::format("{} is no command of {}.{}", echoed(word), reference.name,
                     did_you_mean(word, known));
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 64;
  if (word.size() > kLongest) return {};
  const std::size_t bound = std::max<std::size_t>(1, word.size() / 3);
  std::string nearest;
  std::size_t least = bound + 1;
  for (const std::string& name : known) {
    const bool begins = word.size() >= 3 && name.compare(0, word.size(), word) == 0;
    const std::size_t distance = begins ? 1 : casus::edit_distance(word, name, bound);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : fmt::format(" Did you mean {}?", nearest);
}

std::string see_help(const CLI::App& app) {
  return fmt::format("`{} --help` shows what may be written.", describe(app).name);
}

}  // namespace casus::cli
