#ifndef CASUS_CLI_KNOWN_NAMES_H_
#define CASUS_CLI_KNOWN_NAMES_H_

// What the lexicon of the extractor knows, for tables of coded events: so whoever stands in a table
// is the node that the news is about. Thread-safe.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/lexicon/lexicon.h"
#include "interchange/tables/names.h"

namespace casus::cli {

class KnownNames : public interchange::Names {
 public:
  explicit KnownNames(std::shared_ptr<const extract::Lexicon> lexicon)
      : lexicon_(std::move(lexicon)) {}

  std::string country(std::string_view iso3) const override;
  std::optional<v1::Actor> actor(std::string_view name) const override;
  std::optional<v1::Place> place(std::string_view name) const override;

 private:
  extract::NameMatch match(std::string_view name) const;

  std::shared_ptr<const extract::Lexicon> lexicon_;
};

}  // namespace casus::cli

#endif  // CASUS_CLI_KNOWN_NAMES_H_
