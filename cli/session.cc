#include "cli/session.h"

#include <fmt/format.h>

#include <charconv>
#include <functional>
#include <iostream>
#include <optional>
#include <utility>
#include <vector>

#include "cli/large_pages.h"
#include "cli/size.h"
#include "cli/text.h"
#include "graph/period.h"
#include "query/names.h"

namespace casus::cli {
namespace {

// Of a month or a year, the day is its first or its last: `end` says which.
void add_day(CLI::App& command, const std::string& name, Day& day, Day DayWindow::*end,
             const std::string& help, const std::function<void(const std::string&)>& check = {}) {
  command
      .add_option_function<std::string>(
          name,
          [name, &day, end, check](const std::string& text) {
            const auto period = parse_period(text);
            if (!period) {
              throw CLI::ValidationError(
                  name, fmt::format("{} is no date; write YYYY-MM-DD, YYYY-MM or YYYY, for example "
                                    "2024-02-29",
                                    echoed(text)));
            }
            day = (*period).*end;
            if (check) check(name);
          },
          help)
      ->type_name("DATE");
}

// Of decimal digits and nothing else.
bool parse_number(const std::string& text, std::size_t& number) {
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  return error == std::errc() && end == last;
}

// A folder that holds something else is for the person at the command line a matter of the store.
std::unique_ptr<storage::Store> open(const Session& session, storage::StoreOptions options) {
  options.memory_bytes = session.memory;
  try {
    return storage::Store::open(session.store, options);
  } catch (const InputError& error) {
    throw StoreError(error.what());
  }
}

void require_store(const Session& session) {
  if (!is_missing(session.store)) return;
  throw StoreError(fmt::format(
      "There is no store at '{}'; `casus ingest` makes one, `--store DIR` names another.",
      session.store.string()));
}

template <typename Resolve>
auto found(Resolve resolve, const storage::Snapshot& snapshot, const std::string& text) {
  try {
    return resolve(snapshot, text);
  } catch (const InputError& error) {
    throw NothingFound(error.what());
  }
}

}  // namespace

void add_memory(CLI::App& app, Session& session) {
  app.add_option_function<std::string>(
         "--memory",
         [&session](const std::string& text) {
           const std::optional<std::size_t> size = parse_size(text);
           if (!size || *size < storage::kLeastMemory) {
             throw CLI::ValidationError(
                 "--memory", fmt::format("{} is {}; write a number with K, M, G or T behind it, "
                                         "for example 512M or 4G",
                                         echoed(text), size ? "less than 16M" : "no size"));
           }
           session.memory = *size;
         },
         "what a store may take for its caches and for sorting, for example 512M or 4G; else a "
         "quarter of the machine's, at most 4G")
      ->type_name("SIZE");
}

void add_format(CLI::App& command, Format& format) {
  command
      .add_option_function<std::string>(
          "--format",
          [&format](const std::string& name) {
            format = name == "json" ? Format::json : Format::text;
          },
          "text for people, json for programs (one message a line)")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->default_str("text")
      ->type_name("text|json");
}

void add_window(CLI::App& command, query::Filter& filter, const std::string& what) {
  const DayWindow& window = filter.window;
  // Whichever of the two comes second on the command line sees both.
  const auto check = [&window](const std::string& name) {
    if (!window.since.known() || !window.until.known() || window.since <= window.until) return;
    throw CLI::ValidationError(
        name, fmt::format("from {} until {} there is no day; --since must not be later than "
                          "--until",
                          format_day(window.since), format_day(window.until)));
  };
  add_day(command, "--since", filter.window.since, &DayWindow::since,
          what + " on this day or later: YYYY-MM-DD, YYYY-MM or YYYY", check);
  add_day(command, "--until", filter.window.until, &DayWindow::until,
          what + " on this day or before; a month or a year counts to its end", check);
}

void add_filter(CLI::App& command, query::Filter& filter, const Format& format,
                std::size_t for_people) {
  add_window(command, filter);
  add_as_of(command, filter.as_of);
  add_limit(command, filter, format, for_people);
}

void add_as_of(CLI::App& command, Day& as_of) {
  add_day(command, "--as-of", as_of, &DayWindow::until,
          "only what had been published by this day, or by the end of this month or year");
}

void add_limit(CLI::App& command, query::Filter& filter, const Format& format,
               std::size_t for_people) {
  const auto* limit = add_count(command, "--limit", "answers", filter.limit, for_people);
  command.parse_complete_callback([limit, &filter, &format, for_people] {
    if (limit->empty()) filter.limit = format == Format::json ? 0 : for_people;
  });
}

const CLI::Option* add_count(CLI::App& command, const std::string& name, const std::string& what,
                             std::size_t& count, std::size_t for_people) {
  return command
      .add_option_function<std::string>(
          name,
          [name, what, &count](const std::string& text) {
            if (!parse_number(text, count)) {
              throw CLI::ValidationError(
                  name, fmt::format("{} is no number of {}; write 0 for all, or 1 and more",
                                    echoed(text), what));
            }
          },
          fmt::format("at most so many {}, 0 for all; without it {}, with --format json all", what,
                      for_people))
      ->type_name("N");
}

void add_number(CLI::App& command, const std::string& name, const std::string& help,
                std::size_t& number) {
  command
      .add_option_function<std::string>(
          name,
          [name, &number](const std::string& text) {
            if (!parse_number(text, number)) throw CLI::ConversionError(text, name);
          },
          help)
      ->type_name("N");
}

void say_more(Format format, std::size_t shown, std::size_t of, std::size_t skipped) {
  if (format != Format::text) return;
  std::cout.flush();
  if (skipped > 0) {
    const std::size_t last = skipped + shown;
    std::cerr << fmt::format("casus: {} to {}; --skip {} goes on from there.\n",
                             with_thousands(skipped + 1), with_thousands(last), last);
    return;
  }
  std::cerr << "casus: "
            << (of == 0 ? fmt::format("the first {}", with_thousands(shown))
                        : fmt::format("{} of {}", with_thousands(shown), with_thousands(of)))
            << "; --limit 0 shows all.\n";
}

int answered(std::size_t found, std::string_view what) {
  if (found > 0) return kDone;
  std::cerr << "casus: No " << what << " match.\n";
  return kNothingFound;
}

bool is_missing(const std::filesystem::path& store) {
  std::error_code ignored;
  return !std::filesystem::exists(store, ignored) ||
         (std::filesystem::is_directory(store, ignored) &&
          std::filesystem::is_empty(store, ignored));
}

std::unique_ptr<storage::Store> open_for_reading(const Session& session) {
  require_store(session);
  use_large_pages();
  storage::StoreOptions options;
  options.read_only = true;
  return open(session, options);
}

std::unique_ptr<storage::Store> open_for_writing(const Session& session) {
  return open(session, {});
}

std::unique_ptr<storage::Store> open_to_correct(const Session& session) {
  require_store(session);
  return open(session, {});
}

std::unique_ptr<storage::Store> open_to_rebuild(const Session& session) {
  require_store(session);
  storage::StoreOptions options;
  options.to_rebuild = true;
  return open(session, options);
}

storage::NodeId find_node(const storage::Snapshot& snapshot, const std::string& text) {
  return found(query::resolve, snapshot, text);
}

storage::NodeId find_actor(const storage::Snapshot& snapshot, const std::string& text) {
  return found(query::resolve_actor, snapshot, text);
}

storage::NodeId find_article(const storage::Snapshot& snapshot, const std::string& text) {
  return found(query::resolve_article, snapshot, text);
}

std::string find_country(const storage::Snapshot& snapshot, const std::string& text) {
  return found(query::resolve_country, snapshot, text);
}

storage::NodeId find_place(const storage::Snapshot& snapshot, const std::string& text) {
  std::vector<storage::NodeId> named = snapshot.named(text);
  if (const auto id = snapshot.find(text)) named.insert(named.begin(), *id);
  for (const storage::NodeId id : named) {
    if (snapshot.kind(id) == v1::NodeKind::place) return id;
  }
  throw NothingFound(fmt::format("No article in the store names a place {}.", echoed(text)));
}

}  // namespace casus::cli
