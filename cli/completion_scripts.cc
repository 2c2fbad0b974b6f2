#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/completion.h"

namespace casus::cli {
namespace {

enum class Completes { nothing, words, files, folders, actors, places };

Completes completes(const Parameter& parameter) {
  if (!parameter.choices.empty()) return Completes::words;
  if (parameter.value == "FILE" || parameter.value == "PATH") return Completes::files;
  if (parameter.value == "DIR") return Completes::folders;
  const auto is = [&](std::string_view name) {
    return std::find(parameter.names.begin(), parameter.names.end(), name) != parameter.names.end();
  };
  if (is("--place")) return Completes::places;
  if (is("--actor")) return Completes::actors;
  for (const std::string_view value : {"A", "B", "A B", "NODE", "KEY"}) {
    if (parameter.value == value) return Completes::actors;
  }
  if (parameter.names.empty() && parameter.value == "NAME") return Completes::actors;
  return Completes::nothing;
}

// What follows "casus": "actors", "annotations check"; empty for casus itself.
std::string path_of(const Reference& command) {
  const std::size_t space = command.name.find(' ');
  return space == std::string::npos ? "" : command.name.substr(space + 1);
}

void each_command(const Reference& command, const std::function<void(const Reference&)>& visit) {
  visit(command);
  for (const Reference& child : command.commands) each_command(child, visit);
}

std::vector<std::string> all_names(const std::vector<Parameter>& options) {
  std::vector<std::string> names;
  for (const Parameter& option : options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

// Between single quotation marks of a shell.
std::string in_quotes(std::string_view text, std::string_view escaped = "") {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (escaped.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

// --- bash

// How `compgen` lists what completes a value.
std::string compgen(const Parameter& parameter) {
  switch (completes(parameter)) {
    case Completes::words:
      return fmt::format("-W '{}'", fmt::join(parameter.choices, " "));
    case Completes::files:
      return "-f";
    case Completes::folders:
      return "-d";
    case Completes::actors:
      return "actors";
    case Completes::places:
      return "places";
    case Completes::nothing:
      break;
  }
  return "-W ''";
}

constexpr const char* kBashFunction = R"(
# The words before the cursor, without options and their values, are the command; `_casus_find`
# leaves it in `command`, and the folder of the store, if one is named, in `store`.
_casus_find() {
  local i word
  command= store=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    [[ $word == --store ]] && _casus_bare "${COMP_WORDS[i + 1]}" && store=$bare
    if [[ $word == -* ]]; then
      [[ -n $(_casus_value "$command" "$word") ]] && ((i++))
    elif [[ -n $(_casus_options "${command:+$command }$word") ]]; then
      command=${command:+$command }$word
    fi
  done
}

# A word as it is meant: without quotation marks and backslashes, and never evaluated.
_casus_bare() {
  bare=${1/#\~\//$HOME/}
  bare=${bare#[\"\']} bare=${bare%[\"\']} bare=${bare//\\/}
}

# The store's own names. Readline quotes them as it does the names of files.
_casus_names() {
  local word bare casus
  _casus_bare "${COMP_WORDS[0]}" && casus=$bare
  _casus_bare "$current"
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(
    "$casus" ${store:+--store "$store"} complete-names "$@" ${bare:+-- "$bare"} 2>/dev/null)
}

_casus() {
  local command store bare word how current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  _casus_find
  how=$(_casus_value "$command" "$before")
  if [[ -z $how && $current == -* ]]; then
    how="-W '$(_casus_options "$command") $(_casus_options '')'"
  fi
  [[ -n $how ]] || how=$(_casus_arguments "$command")
  COMPREPLY=()
  case $how in
    actors) _casus_names && return ;;
    places) _casus_names --places && return ;;
  esac
  [[ $how == -[fd] ]] && compopt -o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(eval "compgen $how -- \"\$current\"")
}

complete -F _casus casus
)";

std::string bash(const Reference& casus) {
  std::string options = "_casus_options() {\n  case \"$1\" in\n";
  std::string arguments = "_casus_arguments() {\n  case \"$1\" in\n";
  std::string values = "_casus_value() {\n  case \"$1 $2\" in\n";
  each_command(casus, [&](const Reference& command) {
    const std::string path = path_of(command);
    options +=
        fmt::format("    '{}') echo '{}' ;;\n", path, fmt::join(all_names(command.options), " "));
    for (const Parameter& option : command.options) {
      if (option.value.empty()) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names) {
        // casus's own options stand behind every command.
        patterns.push_back(path.empty() ? fmt::format("*' {}'", name)
                                        : fmt::format("'{} {}'", path, name));
      }
      values +=
          fmt::format("    {}) echo \"{}\" ;;\n", fmt::join(patterns, " | "), compgen(option));
    }
    if (!command.commands.empty()) {
      std::vector<std::string> words;
      for (const Reference& child : command.commands) words.push_back(child.word);
      arguments += fmt::format("    '{}') echo \"-W '{}'\" ;;\n", path, fmt::join(words, " "));
    } else if (!command.arguments.empty()) {
      arguments +=
          fmt::format("    '{}') echo \"{}\" ;;\n", path, compgen(command.arguments.front()));
    }
  });
  const std::string end = "  esac\n}\n\n";
  arguments += "    *) echo \"-W ''\" ;;\n";
  return "# Completion of casus for bash; made by `casus completion "
         "bash`.\n\n" +
         options + end + arguments + end + values + "  esac\n}\n" + kBashFunction;
}

// --- zsh

// `_arguments` hides what stands before a command: `_casus_line` is the whole line.
constexpr const char* kZshFunction = R"(
_casus_names() {
  local -a names store
  local at=${_casus_line[(i)--store]} prefix=${(Q)PREFIX}
  (( at < $#_casus_line )) && store=(--store ${(Q)~_casus_line[at + 1]})
  names=("${(@f)$(${(Q)~_casus_line[1]} $store complete-names "$@" ${prefix:+--} $prefix 2>/dev/null)}")
  compadd -M 'm:{a-zA-Z}={A-Za-z}' -- ${names:#}
}

)";

std::string zsh_action(const Parameter& parameter) {
  switch (completes(parameter)) {
    case Completes::words:
      return fmt::format("({})", fmt::join(parameter.choices, " "));
    case Completes::files:
      return "_files";
    case Completes::folders:
      return "_files -/";
    case Completes::actors:
      return " _casus_names";  // the space: with no options of zsh's own
    case Completes::places:
      return " _casus_names --places";
    case Completes::nothing:
      break;
  }
  return " ";
}

std::string zsh_function(const Reference& command) {
  std::string name = "_" + command.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

void append_zsh(const Reference& command, const std::vector<Parameter>& everywhere,
                std::string& script) {
  script += fmt::format("{}() {{\n  local state line\n", zsh_function(command));
  if (command.name == command.word) script += "  local -a _casus_line=(\"${words[@]}\")\n";
  script += "  _arguments -C";
  std::vector<Parameter> options = command.options;
  if (command.name != command.word) {
    options.insert(options.end(), everywhere.begin(), everywhere.end());
  }
  for (const Parameter& option : options) {
    for (const std::string& name : option.names) {
      script += fmt::format(" \\\n    '{}[{}]", name, in_quotes(option.help, "[]:\\"));
      if (!option.value.empty()) {
        script += fmt::format(":{}:{}", in_quotes(option.value, ":"), zsh_action(option));
      }
      script += "'";
    }
  }
  if (command.commands.empty()) {
    for (const Parameter& argument : command.arguments) {
      script += fmt::format(" \\\n    '{}:{}:{}'", argument.repeated ? "*" : "",
                            in_quotes(argument.value, ":"), zsh_action(argument));
    }
    script += "\n}\n\n";
    return;
  }
  script += " \\\n    '1:command:->command' '*::argument:->argument'\n";
  script += "  case $state in\n    command)\n      local -a commands=(\n";
  for (const Reference& child : command.commands) {
    script += fmt::format("        '{}:{}'\n", child.word, in_quotes(child.summary, ":"));
  }
  script += "      )\n      _describe command commands ;;\n";
  script += "    argument)\n      case $line[1] in\n";
  for (const Reference& child : command.commands) {
    script += fmt::format("        {}) {} ;;\n", child.word, zsh_function(child));
  }
  script += "      esac ;;\n  esac\n}\n\n";
  for (const Reference& child : command.commands) append_zsh(child, everywhere, script);
}

std::string zsh(const Reference& casus) {
  std::vector<Parameter> everywhere;
  for (const Parameter& option : casus.options) {
    const auto& names = option.names;
    if (std::find(names.begin(), names.end(), "--help") == names.end()) {
      everywhere.push_back(option);
    }
  }
  std::string script = "#compdef casus\n# Made by `casus completion zsh`.\n";
  script += kZshFunction;
  append_zsh(casus, everywhere, script);
  return script +
         "if [ \"$funcstack[1]\" = \"_casus\" ]; then\n  _casus \"$@\"\nelse\n"
         "  compdef _casus casus\nfi\n";
}

// --- fish

constexpr const char* kFishFunction = R"(
function __casus_names
    set -l line (commandline -opc)
    set -l store
    if set -l at (contains -i -- --store $line); and set -q line[(math $at + 1)]
        set store --store $line[(math $at + 1)]
    end
    set -l prefix (commandline -ct | string unescape)
    test -n "$prefix"; and set prefix -- $prefix
    $line[1] $store complete-names $argv $prefix 2>/dev/null
end

)";

std::string fish_value(const Parameter& parameter) {
  switch (completes(parameter)) {
    case Completes::words:
      return fmt::format(" -x -a '{}'", fmt::join(parameter.choices, " "));
    case Completes::files:
      return " -r -F";
    case Completes::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Completes::actors:
      return " -x -a '(__casus_names)'";
    case Completes::places:
      return " -x -a '(__casus_names --places)'";
    case Completes::nothing:
      break;
  }
  return parameter.value.empty() ? "" : " -x";
}

std::string fish_condition(const Reference& command) {
  std::istringstream words(path_of(command));
  std::string condition;
  for (std::string word; words >> word;) {
    condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
  }
  return condition;
}

std::string fish(const Reference& casus) {
  std::string script = "# Made by `casus completion fish`.\n";
  script += kFishFunction;
  script += "complete -c casus -f\n";
  each_command(casus, [&](const Reference& command) {
    const std::string condition = fish_condition(command);
    const std::string behind = condition.empty() ? "" : fmt::format(" -n '{}'", condition);
    for (const Parameter& option : command.options) {
      std::string names;
      for (const std::string& name : option.names) {
        names += name.compare(0, 2, "--") == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      script += fmt::format("complete -c casus{}{}{} -d '{}'\n", behind, names, fish_value(option),
                            in_quotes(option.help));
    }
    std::vector<std::string> words;
    for (const Reference& child : command.commands) words.push_back(child.word);
    for (const Reference& child : command.commands) {
      script += fmt::format(
          "complete -c casus -n '{}not "
          "__fish_seen_subcommand_from {}' -a {} -d '{}'\n",
          condition.empty() ? "" : condition + "; and ", fmt::join(words, " "), child.word,
          in_quotes(child.summary));
    }
    if (command.commands.empty() && !command.arguments.empty() &&
        completes(command.arguments.front()) != Completes::nothing) {
      script +=
          fmt::format("complete -c casus{}{}\n", behind, fish_value(command.arguments.front()));
    }
  });
  return script;
}

}  // namespace

std::string completion_script(const Reference& casus, Shell shell) {
  switch (shell) {
    case Shell::bash:
      return bash(casus);
    case Shell::zsh:
      return zsh(casus);
    case Shell::fish:
      break;
  }
  return fish(casus);
}

}  // namespace casus::cli
