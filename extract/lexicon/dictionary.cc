#include "extract/lexicon/dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "graph/utf8.h"

namespace casus::extract {
namespace {

constexpr std::string_view kBlank = " \t\r";
constexpr std::string_view kCodeHelp =
    "expected [CODE], [CODE <YYMMDD], [CODE >YYMMDD] or [CODE YYMMDD-YYMMDD]";
// Of a noun with several substitution sets; more is a mistake or an attack.
constexpr std::size_t kMostExpansions = 1000;

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// What stands before a comment.
std::string_view without_comment(std::string_view line) {
  return trim(line.substr(0, line.find_first_of("#;")));
}

// Old files are in Latin-1, some with lines in both.
std::string as_utf8(std::string_view line) {
  const bool latin1 = find_invalid_utf8(line).has_value();
  std::string text;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      text += ' ';
    } else if (byte >= 0x80 && latin1) {
      text += static_cast<char>(0xC0U | (byte >> 6U));
      text += static_cast<char>(0x80U | (byte & 0x3FU));
    } else {
      text += c;
    }
  }
  return text;
}

template <class Take>
void each_line(std::string_view content, const Take& take) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  for (std::uint32_t number = 1; !content.empty(); ++number) {
    const std::size_t end = content.find('\n');
    const std::string line = as_utf8(content.substr(0, end));
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    const std::string_view bare = without_comment(line);
    if (!bare.empty() && !take(bare, number)) return;
  }
}

bool digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

// YYMMDD or YYYYMMDD; two digits mean 1931 to 2030.
std::optional<Day> parse_date(std::string_view text) {
  if ((text.size() != 6 && text.size() != 8) || !digits(text)) return std::nullopt;
  std::string full(text);
  if (full.size() == 6) full.insert(0, full.substr(0, 2) > "30" ? "19" : "20");
  return parse_day(fmt::format("{}-{}-{}", full.substr(0, 4), full.substr(4, 2), full.substr(6)));
}

// "<790716", ">030409", "790716-030409"
std::optional<DayWindow> parse_period(std::string_view text) {
  DayWindow held;
  if (text.starts_with('<') || text.starts_with('>')) {
    const std::optional<Day> day = parse_date(text.substr(1));
    if (!day) return std::nullopt;
    if (text[0] == '<')
      held.until = Day{day->value - 1};
    else
      held.since = Day{day->value + 1};
    return held;
  }
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::optional<Day> since = parse_date(text.substr(0, dash));
  const std::optional<Day> until = parse_date(text.substr(dash + 1));
  if (!since || !until || *until < *since) return std::nullopt;
  return DayWindow{*since, *until};
}

// What stands between square brackets. An empty code ("---") is a word that names nobody.
std::optional<DictionaryCode> parse_code(std::string_view text, std::uint32_t line) {
  DictionaryCode code;
  code.line = line;
  text = trim(text);
  const std::size_t end = std::min(text.find_first_of(" \t<>"), text.size());
  std::string_view word = text.substr(0, end);
  std::string period(text.substr(end));
  std::erase_if(period, [](char c) { return kBlank.find(c) != std::string_view::npos; });
  if (word.starts_with('~')) word.remove_prefix(1);
  if (word.ends_with('~')) word.remove_suffix(1);
  if (word != "---") {
    // "USA/GBR": both at once; an actor has one country here.
    word = word.substr(0, word.find('/'));
    if (word.size() < 3 || !std::ranges::all_of(word, capital)) return std::nullopt;
    code.code = word;
  }
  if (period.empty()) return code;
  const std::optional<DayWindow> held = parse_period(period);
  if (!held) return std::nullopt;
  code.held = *held;
  return code;
}

class Notes {
 public:
  Notes(std::string_view file, const LexiconCritic& critic) : file_(file), critic_(critic) {}

  void operator()(std::uint32_t line, std::string reason) const {
    critic_({{std::string(file_), line, {}}, std::move(reason), true});
  }

  // All codes of a piece of a line: "[IRQGOV >790716] [IRQELI]".
  std::vector<DictionaryCode> codes(std::string_view text, std::uint32_t line) const {
    std::vector<DictionaryCode> all;
    while (!(text = trim(text)).empty()) {
      const std::size_t end = text.find(']');
      if (!text.starts_with('[') || end == std::string_view::npos) {
        (*this)(line, fmt::format("\"{}\" is left out; {}.", text, kCodeHelp));
        break;
      }
      if (std::optional<DictionaryCode> code = parse_code(text.substr(1, end - 1), line))
        all.push_back(std::move(*code));
      else
        (*this)(line, fmt::format("{} is left out; {}.", text.substr(0, end + 1), kCodeHelp));
      text.remove_prefix(end + 1);
    }
    return all;
  }

 private:
  std::string_view file_;
  const LexiconCritic& critic_;
};

class AgentReader {
 public:
  AgentReader(std::string_view file, const std::function<void(const DictionaryAgent&)>& take,
              const LexiconCritic& critic)
      : note_(file, critic), take_(take) {}

  void line(std::string_view text, std::uint32_t number) {
    if (text.starts_with('!') && text.find('=') < text.find('[')) {
      define(text, number);
      return;
    }
    const std::size_t bracket = text.find('[');
    if (bracket == std::string_view::npos || bracket == 0) {
      note_(number, fmt::format("\"{}\" is left out; expected NOUN {{PLURAL}} [~CODE], the plural "
                                "where it is irregular, or !SET! = WORD, WORD.",
                                text));
      return;
    }
    std::vector<DictionaryCode> codes = note_.codes(text.substr(bracket), number);
    std::string_view noun = text.substr(0, bracket);
    DictionaryAgent agent;
    if (const std::size_t brace = noun.find('{'); brace != std::string_view::npos) {
      const std::string_view plural = noun.substr(brace + 1);
      agent.plural = trim(plural.substr(0, plural.find('}')));
      noun = noun.substr(0, brace);
    }
    if (codes.empty()) return;  // and told of
    if (codes.size() > 1 || codes[0].dated())
      note_(number, "only the first code is taken, for all dates; expected one of [~CODE].");
    agent.code = std::move(codes[0]);
    agent.code.held = {};
    expand(std::string(trim(noun)), std::move(agent), number);
  }

 private:
  // !MINIST! = MINISTER, MINISTERS
  void define(std::string_view text, std::uint32_t number) {
    const std::size_t equals = text.find('=');
    const std::string_view name = trim(text.substr(0, equals));
    std::vector<std::string>& words = sets_[std::string(name)];
    words.clear();
    for (std::string_view rest = text.substr(equals + 1); !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view word = trim(rest.substr(0, comma));
      if (word.find('!') != std::string_view::npos)
        note_(number, fmt::format("\"{}\" is left out; expected words, no set.", word));
      else if (!word.empty())
        words.emplace_back(word);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (words.empty())
      note_(number, fmt::format("{} stands for nothing; expected !SET! = WORD, WORD.", name));
  }

  void expand(const std::string& noun, DictionaryAgent agent, std::uint32_t number) {
    std::vector<std::string> all{noun};
    for (std::size_t i = 0; i < all.size();) {
      const std::size_t begin = all[i].find('!');
      if (begin == std::string::npos) {
        ++i;
        continue;
      }
      const std::size_t end = all[i].find('!', begin + 1);
      const std::string set =
          all[i].substr(begin, end == std::string::npos ? end : end + 1 - begin);
      const auto known = sets_.find(set);
      if (known == sets_.end() || all.size() + known->second.size() > kMostExpansions) {
        note_(number,
              fmt::format("\"{}\" is left out; {}.", noun,
                          known == sets_.end()
                              ? fmt::format("expected a line {} = WORD, WORD before it", set)
                              : "it stands for too many nouns"));
        return;
      }
      const std::string form = all[i];
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
      for (const std::string& word : known->second) {
        std::string filled = form;
        all.push_back(filled.replace(begin, set.size(), word));
      }
    }
    if (all.size() != 1 || all[0] != noun) agent.plural.clear();
    for (std::string& each : all) {
      agent.noun = {std::move(each), number};
      take_(agent);
    }
  }

  Notes note_;
  const std::function<void(const DictionaryAgent&)>& take_;
  std::map<std::string, std::vector<std::string>> sets_;
};

}  // namespace

LexiconFormat lexicon_format(std::string_view file, std::string_view content) {
  if (file.ends_with(".actors.txt")) return LexiconFormat::actors;
  if (file.ends_with(".agents.txt")) return LexiconFormat::agents;
  LexiconFormat format = LexiconFormat::tables;
  each_line(content, [&](std::string_view line, std::uint32_t) {
    const std::size_t bracket = line.find('[');
    if (bracket == 0) return false;  // a table, or nothing that has a name
    if (line[0] == '!' && line.find('=') != std::string_view::npos) {
      format = LexiconFormat::agents;
      return false;
    }
    if (bracket == std::string_view::npos) {
      // Its codes may stand in the lines below; a header of a table has tabs.
      if (line[0] == '+') format = LexiconFormat::actors;
      return line[0] != '+' && line.find('\t') == std::string_view::npos;
    }
    const std::string_view code = line.substr(bracket + 1);
    if (code.starts_with('~')) {
      format = LexiconFormat::agents;
    } else if (code.starts_with("---") ||
               (code.size() > 3 && std::ranges::all_of(code.substr(0, 3), capital))) {
      format = LexiconFormat::actors;
    }
    return false;
  });
  return format;
}

void read_actor_dictionary(std::string_view file, std::string_view content,
                           const std::function<void(const DictionaryActor&)>& take,
                           const LexiconCritic& critic) {
  const Notes note(file, critic);
  DictionaryActor actor;
  const auto finish = [&] {
    if (!actor.names.empty()) take(actor);
    actor = {};
  };
  each_line(content, [&](std::string_view line, std::uint32_t number) {
    const std::size_t bracket = std::min(line.find('['), line.size());
    const bool synonym = line[0] == '+';
    const std::string_view name = trim(line.substr(synonym ? 1 : 0, bracket - (synonym ? 1 : 0)));
    const bool orphan = (bracket == 0 || synonym) && actor.names.empty();
    if (orphan || (bracket > 0 && name.empty())) {
      note(number, fmt::format("\"{}\" is left out; expected a line with a name before it.", line));
      return true;
    }
    if (bracket > 0 && !synonym) finish();
    if (bracket > 0) actor.names.push_back({std::string(name), number});
    std::vector<DictionaryCode> codes = note.codes(line.substr(bracket), number);
    if (synonym && !codes.empty())
      note(number,
           "the code of a synonym is left out; expected it in a line of its own, or with "
           "the name that the synonym is of.");
    else
      std::ranges::move(codes, std::back_inserter(actor.codes));
    return true;
  });
  finish();
}

void read_agent_dictionary(std::string_view file, std::string_view content,
                           const std::function<void(const DictionaryAgent&)>& take,
                           const LexiconCritic& critic) {
  AgentReader reader(file, take, critic);
  each_line(content, [&](std::string_view line, std::uint32_t number) {
    reader.line(line, number);
    return true;
  });
}

}  // namespace casus::extract
