#ifndef CASUS_STORAGE_ORIGINS_H_
#define CASUS_STORAGE_ORIGINS_H_

// By which inputs an article is recognised. An article's entry lists its origins, a row of each
// leads back; an origin that the entry does not list counts for nothing, so that nobody who writes
// the entry anew has to know of origins. Private to storage. Pure functions.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/engine.h"
#include "storage/key_layout.h"
#include "storage/store.h"

namespace casus::storage {

// An article of which there are more versions and copies is recognised by the last of them.
inline constexpr std::size_t kMaxOrigins = 16;

// nullopt: there is no such article.
std::optional<IdEntry> article_entry(const EngineSnapshot& snapshot, std::string_view article_key);

// None if there is no such article.
std::vector<Origin> origins_of(const EngineSnapshot& snapshot, std::string_view article_key);

std::optional<Recognised> recognise(const EngineSnapshot& snapshot, std::string_view origin);

// Those of an article that was just made of the input; none if it says no origin, or that of
// another article.
std::vector<Origin> first_origins(const EngineSnapshot& snapshot, std::string_view article_key,
                                  std::string_view origin);

// Adds an origin to an article that stays as it is: empty if there is nothing to add.
Batch add_origin(const EngineSnapshot& snapshot, std::string_view article_key,
                 const Origin& origin);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_ORIGINS_H_
