#ifndef CASUS_CLI_SESSION_H_
#define CASUS_CLI_SESSION_H_

// What the commands share: where the store is, how options are spelled, how a command ends.

#include <CLI/CLI.hpp>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "graph/dates.h"
#include "graph/error.h"
#include "query/questions.h"
#include "storage/store.h"

namespace casus::cli {

enum ExitCode : int {
  kDone = 0,
  kNothingFound = 1,
  kUsage = 2,
  kBadInput = 3,  // some of it; the rest is done
  kStoreFault = 4,
};

// The command line asks for what cannot be.
class UsageError : public Error {
 public:
  using Error::Error;
};

// What a name or key on the command line stands for is not in the store.
class NothingFound : public Error {
 public:
  using Error::Error;
};

struct Session {
  std::filesystem::path store;
  std::size_t memory = storage::default_memory();  // of a store that is opened
  bool quiet = false;                              // no progress
  bool no_pager = false;
  int exit_code = kDone;
};

enum class Format { text, json };

// `--memory SIZE`.
void add_memory(CLI::App& app, Session& session);

// `--format text|json`, with text as the default.
void add_format(CLI::App& command, Format& format);

// `--since`, `--until`, `--as-of`, `--limit`: the same words for the same things everywhere.
// A person gets the first `for_people` answers unless --limit says otherwise, a program all; so
// `format` must be what `add_format` fills in.
inline constexpr std::size_t kLimitForPeople = 50;
void add_filter(CLI::App& command, query::Filter& filter, const Format& format,
                std::size_t for_people = kLimitForPeople);
void add_window(CLI::App& command, query::Filter& filter,
                const std::string& what = "what happened");
void add_as_of(CLI::App& command, Day& as_of);
void add_limit(CLI::App& command, query::Filter& filter, const Format& format,
               std::size_t for_people = kLimitForPeople);
// An option like --limit, of `what` ("voices"): `count` is how many are wanted, 0 for all. It stays
// as it is where the option is not given.
const CLI::Option* add_count(CLI::App& command, const std::string& name, const std::string& what,
                             std::size_t& count, std::size_t for_people);

// An option that takes a whole number from 0 on.
void add_number(CLI::App& command, const std::string& name, const std::string& help,
                std::size_t& number);

// Tells a person, on standard error, that the limit left some out; `of` is how many there are in
// all, 0 if nobody has counted. `skipped` were left out before.
void say_more(Format format, std::size_t shown, std::size_t of = 0, std::size_t skipped = 0);

// How a question ends that found so many: with nothing, a sentence on standard error says of what
// ("No attacks match."). Gives the exit code.
int answered(std::size_t found, std::string_view what);

// Nothing is there, or an empty folder.
bool is_missing(const std::filesystem::path& store);
// Throws StoreError, also if there is no store: an empty answer would hide a mistyped folder.
std::unique_ptr<storage::Store> open_for_reading(const Session& session);
// Creates it if it is not there. Throws StoreError.
std::unique_ptr<storage::Store> open_for_writing(const Session& session);
// One that is there. Throw StoreError, also if there is none. The second opens also a store
// that must be rebuilt first, and for nothing else.
std::unique_ptr<storage::Store> open_to_correct(const Session& session);
std::unique_ptr<storage::Store> open_to_rebuild(const Session& session);

// Nodes as a person names them. Throw NothingFound, with what is near.
storage::NodeId find_node(const storage::Snapshot& snapshot, const std::string& text);
storage::NodeId find_actor(const storage::Snapshot& snapshot, const std::string& text);
storage::NodeId find_article(const storage::Snapshot& snapshot, const std::string& text);
storage::NodeId find_place(const storage::Snapshot& snapshot, const std::string& text);
// The ISO 3166-1 alpha-3 code of a country, from its code or name.
std::string find_country(const storage::Snapshot& snapshot, const std::string& text);

}  // namespace casus::cli

#endif  // CASUS_CLI_SESSION_H_
