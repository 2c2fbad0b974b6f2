#include "query/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "graph/error.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/names.h"
#include "query/same_actor.h"
#include "query/suggest.h"
#include "query/summary.h"
#include "query/text.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr std::size_t kMaxChoices = 10;    // shown
constexpr std::size_t kMaxPrefixed = 200;  // looked at
constexpr std::size_t kMaxNameBytes = 120;

enum class Wanted { any, actor };

bool is_actor(const Snapshot& snapshot, NodeId id) {
  return snapshot.kind(id) == v1::NodeKind::actor;
}

void keep_actors(const Snapshot& snapshot, std::vector<NodeId>& ids) {
  std::erase_if(ids, [&](NodeId id) { return !is_actor(snapshot, id); });
}

// A country is an actor and a place under one name; a person who types it means the actor.
std::vector<NodeId> actors_first(const Snapshot& snapshot, std::vector<NodeId> ids) {
  auto actors = ids;
  keep_actors(snapshot, actors);
  return actors.empty() ? ids : actors;
}

// "Georgia" is the actor of that name before one that is merely also called so.
std::vector<NodeId> own_name_first(const Snapshot& snapshot, std::string_view text,
                                   std::vector<NodeId> ids) {
  if (ids.size() < 2) return ids;
  const std::string wanted = normalise_name(text);
  std::vector<NodeId> own;
  for (const NodeId id : ids) {
    const auto node = snapshot.node(id);
    const bool place = node && node->has_place();
    if (node && normalise_name(place ? node->place().name() : node->actor().name()) == wanted) {
      own.push_back(id);
    }
  }
  return own.empty() ? ids : own;
}

// Several that count as one are no choice: the one that names them stands for all.
std::vector<NodeId> merged_once(const Snapshot& snapshot, const std::vector<NodeId>& ids) {
  if (ids.size() < 2) return ids;
  std::vector<NodeId> once;
  for (const NodeId id : ids) {
    const auto kind = snapshot.kind(id);
    const bool merges = kind == v1::NodeKind::actor || kind == v1::NodeKind::place;
    const NodeId naming = merges ? naming_actor(snapshot, id) : id;
    if (std::find(once.begin(), once.end(), naming) == once.end()) once.push_back(naming);
  }
  return once;
}

// An article by its id: its title is not what anybody types.
std::string described(const Snapshot& snapshot, NodeId id) {
  const auto node = snapshot.node(id);
  const bool article = node && node->has_article();
  return fmt::format("{} ({})", article ? node->article().id() : display_name(snapshot, id),
                     snapshot.key(id));
}

[[noreturn]] void throw_ambiguous(const Snapshot& snapshot, std::string_view text,
                                  const std::vector<NodeId>& ids) {
  std::string choices;
  for (std::size_t i = 0; i < ids.size() && i < kMaxChoices; ++i) {
    choices += (i == 0 ? "" : ", ") + described(snapshot, ids[i]);
  }
  if (ids.size() > kMaxChoices) choices += ", and others";
  throw InputError(fmt::format("\"{}\" may mean several: {}. Give the key of the one you mean.",
                               one_line(text, kMaxNameBytes), choices));
}

[[noreturn]] void throw_unknown(const Snapshot& snapshot, std::string_view text, Wanted wanted) {
  const auto near = nearest_names(snapshot, text, wanted == Wanted::actor);
  std::string hint;
  for (const auto& name : near) hint += (hint.empty() ? " Did you mean " : ", or ") + name;
  hint += hint.empty() ? " Give a name that the store knows (`casus actors` lists them) or a key."
                       : "?";
  throw InputError(fmt::format("Nothing in the store is called \"{}\"{}.{}",
                               one_line(text, kMaxNameBytes),
                               wanted == Wanted::actor ? " among the actors" : "", hint));
}

NodeId find_node(const Snapshot& snapshot, std::string_view text, Wanted wanted) {
  if (normalise_name(text).empty()) {
    throw InputError("A name is empty; give the name or the key of a node.");
  }
  if (const auto id = snapshot.find(text)) {
    if (wanted == Wanted::any || is_actor(snapshot, *id)) return *id;
    throw InputError(
        fmt::format("{} is no actor; give the name or the key of one.", described(snapshot, *id)));
  }

  auto named = snapshot.named(text);
  if (wanted == Wanted::actor) keep_actors(snapshot, named);
  named = own_name_first(snapshot, text, actors_first(snapshot, std::move(named)));
  named = merged_once(snapshot, named);
  if (named.size() == 1) return named.front();
  if (named.size() > 1) throw_ambiguous(snapshot, text, named);

  if (wanted == Wanted::any) {
    if (const auto id = snapshot.find(article_key(text))) return *id;
  }

  auto prefixed = snapshot.with_prefix(text, kMaxPrefixed);
  if (wanted == Wanted::actor) keep_actors(snapshot, prefixed);
  prefixed = merged_once(snapshot, actors_first(snapshot, std::move(prefixed)));
  if (prefixed.size() == 1) return prefixed.front();
  if (prefixed.size() > 1) throw_ambiguous(snapshot, text, prefixed);
  throw_unknown(snapshot, text, wanted);
}

std::string event_name(const Snapshot& snapshot, const v1::Event& event) {
  std::string name = event_summary(snapshot, event);
  if (!event.date().earliest().empty()) {
    name += ", " + event.date().earliest();
    if (event.date().latest() != event.date().earliest()) name += " to " + event.date().latest();
  }
  return name;
}

std::string statement_name(const Snapshot& snapshot, const v1::Node& node) {
  const auto& statement = node.statement();
  std::string speaker = statement.speaker().empty() ? statement.speaker_text()
                                                    : name_of_key(snapshot, statement.speaker());
  if (speaker.empty()) speaker = "somebody unnamed";
  return speaker + ' ' + statement_summary(snapshot, node);
}

std::string full_name(const Snapshot& snapshot, const v1::Node& node) {
  switch (node.data_case()) {
    case v1::Node::kActor:
      return node.actor().name();
    case v1::Node::kPlace:
      return node.place().name();
    case v1::Node::kArticle:
      return node.article().title().empty() ? node.article().id() : node.article().title();
    case v1::Node::kEvent:
      return event_name(snapshot, node.event());
    case v1::Node::kStatement:
      return statement_name(snapshot, node);
    case v1::Node::kClaim:
      return node.claim().text();
    default:
      return "";
  }
}

}  // namespace

NodeId resolve(const Snapshot& snapshot, std::string_view text) {
  return find_node(snapshot, text, Wanted::any);
}

NodeId resolve_actor(const Snapshot& snapshot, std::string_view text) {
  return find_node(snapshot, text, Wanted::actor);
}

NodeId resolve_article(const Snapshot& snapshot, std::string_view text) {
  for (const std::string& key : {std::string(text), article_key(text)}) {
    const auto id = snapshot.find(key);
    if (id && snapshot.kind(*id) == v1::NodeKind::article) return *id;
  }
  std::vector<NodeId> begun;
  snapshot.each(v1::NodeKind::article, [&](NodeId id) {
    const auto node = text.empty() ? std::nullopt : snapshot.node(id);
    if (node && (node->key().starts_with(text) || node->article().id().starts_with(text))) {
      begun.push_back(id);
    }
    return begun.size() <= kMaxChoices;
  });
  if (begun.size() == 1) return begun.front();
  if (begun.size() > 1) throw_ambiguous(snapshot, text, begun);
  throw InputError(
      fmt::format("No article in the store has the id or key \"{}\", or one that begins so.",
                  one_line(text, kMaxNameBytes)));
}

std::string resolve_country(const Snapshot& snapshot, std::string_view text) {
  std::set<std::string> codes;
  std::vector<NodeId> countries;
  for (const NodeId id : snapshot.named(text)) {
    const auto node = snapshot.node(id);
    if (!node) continue;
    const bool country = node->has_place()
                             ? node->key() == country_place_key(node->place().country())
                             : node->actor().kind() == v1::ActorKind::country;
    const std::string& code = node->has_place() ? node->place().country() : node->actor().country();
    if (country && !code.empty() && codes.insert(code).second) countries.push_back(id);
  }
  if (codes.size() == 1) return *codes.begin();
  if (codes.size() > 1) throw_ambiguous(snapshot, text, countries);
  std::string code(text);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  const bool letters =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (code.size() == 3 && letters) return code;
  throw InputError(fmt::format(
      "\"{}\" is no country that the store names; give its name or the three letters of "
      "ISO 3166-1, for example IRQ.",
      one_line(text, kMaxNameBytes)));
}

std::string display_name(const Snapshot& snapshot, NodeId id) {
  auto node = snapshot.node(id);
  if (!node) return "";
  if (node->has_actor() || node->has_place()) node = snapshot.node(naming_actor(snapshot, id));
  const std::string name = one_line(full_name(snapshot, *node), kMaxNameBytes);
  return name.empty() ? node->key() : name;
}

}  // namespace casus::query
