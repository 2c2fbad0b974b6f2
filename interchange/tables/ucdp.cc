// UCDP's Georeferenced Event Dataset: comma-separated, 49 columns by name. Some files of candidate
// events come without the header.

#include <fmt/format.h>

#include <array>
#include <string>

#include "graph/keys.h"
#include "interchange/tables/coder.h"

namespace casus::interchange {
namespace {

constexpr std::array<std::string_view, 49> kColumns = {"id",
                                                       "relid",
                                                       "year",
                                                       "active_year",
                                                       "code_status",
                                                       "type_of_violence",
                                                       "conflict_dset_id",
                                                       "conflict_new_id",
                                                       "conflict_name",
                                                       "dyad_dset_id",
                                                       "dyad_new_id",
                                                       "dyad_name",
                                                       "side_a_dset_id",
                                                       "side_a_new_id",
                                                       "side_a",
                                                       "side_b_dset_id",
                                                       "side_b_new_id",
                                                       "side_b",
                                                       "number_of_sources",
                                                       "source_article",
                                                       "source_office",
                                                       "source_date",
                                                       "source_headline",
                                                       "source_original",
                                                       "where_prec",
                                                       "where_coordinates",
                                                       "where_description",
                                                       "adm_1",
                                                       "adm_2",
                                                       "latitude",
                                                       "longitude",
                                                       "geom_wkt",
                                                       "priogrid_gid",
                                                       "country",
                                                       "country_id",
                                                       "region",
                                                       "event_clarity",
                                                       "date_prec",
                                                       "date_start",
                                                       "date_end",
                                                       "deaths_a",
                                                       "deaths_b",
                                                       "deaths_civilians",
                                                       "deaths_unknown",
                                                       "best",
                                                       "high",
                                                       "low",
                                                       "gwnoa",
                                                       "gwnob"};

Layout layout(const std::vector<std::string>& first_row) {
  Columns named(first_row);
  if (named.find("id")) {
    for (const char* name : {"type_of_violence", "side_a", "side_b", "date_start", "date_end",
                             "country", "best", "high", "low"}) {
      if (!named.find(name)) {
        throw InputError(fmt::format("has no column '{}', which UCDP GED has.", name));
      }
    }
    return {std::move(named), true};
  }
  if (first_row.size() != kColumns.size()) {
    throw InputError(
        fmt::format("is no header of UCDP GED, and without one {} columns are "
                    "expected; it has {}.",
                    kColumns.size(), first_row.size()));
  }
  return {Columns({kColumns.begin(), kColumns.end()}), false};
}

// "2021-05-05", also with a time behind it.
std::string day(const Record& row, std::string_view column) {
  const std::string_view text = row.required(column);
  const std::optional<Day> day = parse_day(text.substr(0, 10));
  if (!day) {
    throw BadCell(column, fmt::format("is {}; expected a day as 2021-05-05.", quoted_cell(text)));
  }
  return format_day(*day);
}

// "DR Congo (Zaire)": the name, else the older one.
std::string iso3_of(std::string_view country, const Names& names) {
  const std::size_t bracket = country.find(" (");
  std::string_view older;
  if (bracket != std::string_view::npos && country.ends_with(')')) {
    older = country.substr(bracket + 2, country.size() - bracket - 3);
    country = country.substr(0, bracket);
  }
  for (const std::string_view name : {country, older}) {
    const std::optional<v1::Actor> known = names.actor(name);
    if (known && known->kind() == v1::ActorKind::country) return known->country();
  }
  return {};
}

struct Side {
  std::string key;
  std::string_view name;
  v1::Span span;
};

Side side(const Record& row, std::string_view column, const std::string& country, Coder& coder,
          const Names& names) {
  constexpr std::string_view kGovernment = "Government of ";
  constexpr std::string_view kCivilians = "Civilians";
  Side side;
  side.name = row.required(column);
  side.span = coder.write(side.name);
  if (side.name.starts_with(kGovernment)) {
    const std::string state = iso3_of(side.name.substr(kGovernment.size()), names);
    side.key = coder.add_country_actor(state, side.span);
    if (!side.key.empty()) return side;
  }
  const bool civilians = side.name == kCivilians;
  v1::Actor actor = actor_of(side.name, civilians ? country : "", "", names);
  if (actor.kind() == v1::ActorKind::unknown) {
    actor.set_kind(civilians                            ? v1::ActorKind::population
                   : side.name.starts_with(kGovernment) ? v1::ActorKind::government
                                                        : v1::ActorKind::armed_group);
    actor.set_sector(civilians ? "CVL" : actor.kind() == v1::ActorKind::government ? "GOV" : "REB");
    actor.set_key(named_actor_key(actor.kind(), actor.country(), side.name));
  }
  side.key = coder.add(std::move(actor), side.span);
  return side;
}

// Without the word that says what sort of place it is: "Goma town" is Goma.
std::string_view bare_place(std::string_view name) {
  for (const std::string_view sort : {" town", " city", " village"}) {
    if (name.size() > sort.size() && name.ends_with(sort)) {
      return name.substr(0, name.size() - sort.size());
    }
  }
  return name;
}

void place(const Record& row, const std::string& country, Coder& coder, const Names& names,
           v1::Event& event) {
  const std::string_view precision = row["where_prec"];
  const std::string_view where = row["where_coordinates"];
  coder.write(", in ");
  if (!where.empty() && precision != "6" && precision != "7") {
    const v1::Span span = coder.write(where);
    v1::Place place = place_of(bare_place(where), country, names);
    const auto position = row.position("latitude", "longitude");
    if (position && !place.has_latitude()) {
      place.set_latitude(position->latitude);
      place.set_longitude(position->longitude);
    }
    event.set_place(coder.add(std::move(place), span));
    // 1: there; 2: within 25 km; 3 and 4: in the district or province that is named; 5: about there
    event.set_place_certainty(precision == "2"   ? v1::Certainty::probable
                              : precision == "5" ? v1::Certainty::possible
                                                 : v1::Certainty::certain);
    for (const char* around : {"adm_2", "adm_1"}) {
      if (!row[around].empty()) coder.write(fmt::format(", {}", row[around]));
    }
    coder.write(", ");
  }
  const v1::Span span = coder.write(row["country"]);
  const std::string key = coder.add_country_place(country, span);
  if (event.place().empty() && precision != "7") event.set_place(key);
}

v1::Count deaths(const Record& row) {
  v1::Count count;
  const auto low = row.count("low");
  const auto best = row.count("best");
  const auto high = row.count("high");
  if (low) count.set_low(*low);
  if (best) count.set_best(*best);
  if (high) count.set_high(*high);
  if ((low && best && *low > *best) || (best && high && *best > *high)) {
    throw BadCell("best", fmt::format("is {}, which is not from low to high.", *best));
  }
  return count;
}

void write_figures(const Record& row, Coder& coder) {
  std::string line;
  for (const char* name :
       {"low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"}) {
    if (row[name].empty()) continue;
    line += fmt::format("{}{} {}", line.empty() ? "\nDeaths: " : ", ", name, row[name]);
  }
  coder.write(line);
  for (const char* name : {"conflict_name", "dyad_name", "where_description", "source_article"}) {
    if (!row[name].empty()) coder.write(fmt::format("\n{}", row[name]));
  }
}

// Whoever the report goes back to said it.
void write_source(const Record& row, const v1::Span& sentence, Coder& coder, const Names& names) {
  const std::string_view source = row["source_original"];
  if (source.empty()) return;
  coder.write("\nAccording to ");
  v1::Statement& statement = *coder.annotation().add_statements();
  statement.set_key("s");
  statement.set_kind(v1::StatementKind::report);
  statement.set_speaker_text(std::string(source));
  *statement.add_source() = coder.write(source);
  *statement.add_content() = sentence;
  // One that is not known may be several, or none: "eyewitnesses, police".
  if (names.actor(source)) {
    statement.set_speaker(coder.add(actor_of(source, "", "", names), statement.source(0)));
  }
}

v1::ArticleAnnotation code(const Record& row, const CodingContext& context) {
  const std::string_view type = row.required("type_of_violence");
  if (type != "1" && type != "2" && type != "3") {
    throw BadCell("type_of_violence", fmt::format("is {}; expected 1, 2 or 3.", quoted_cell(type)));
  }
  const bool one_sided = type == "3";
  const std::string country = iso3_of(row.required("country"), context.names);
  Coder coder(context, row.required("id"));
  v1::Article& article = coder.article();
  article.set_title(std::string(row["source_headline"]));
  article.set_outlet(std::string(row["source_office"]));
  // Of several sources a list; then the day is not known.
  if (row["source_date"].size() >= 10 && row["source_date"].find(';') == std::string_view::npos) {
    if (const auto published = parse_day(row["source_date"].substr(0, 10))) {
      article.set_published(format_day(*published));
    }
  }

  v1::Event& event = *coder.annotation().add_events();
  event.set_key("e");
  event.set_type("ASSAULT");
  const Side a = side(row, "side_a", country, coder, context.names);
  coder.write(one_sided ? " against " : " and ");
  const Side b = side(row, "side_b", country, coder, context.names);
  coder.write(": ");
  *event.mutable_trigger() = coder.write(one_sided     ? "one-sided violence"
                                         : type == "1" ? "state-based violence"
                                                       : "non-state violence");
  place(row, country, coder, context.names, event);
  event.mutable_date()->set_earliest(day(row, "date_start"));
  event.mutable_date()->set_latest(day(row, "date_end"));
  if (event.date().earliest() > event.date().latest()) {
    throw BadCell("date_end", "is before date_start.");
  }
  coder.write(", " + event.date().earliest());
  if (event.date().latest() != event.date().earliest()) {
    coder.write(" to " + event.date().latest());
  }
  const v1::Span sentence = coder.written();
  *event.mutable_sentence() = sentence;
  *event.mutable_killed() = deaths(row);
  event.set_certainty(row["event_clarity"] == "2" ? v1::Certainty::probable
                                                  : v1::Certainty::certain);
  // Who fights whom is told, and not who began: each did it to the other.
  for (const Side* of : {&a, &b}) {
    if (of == &a || !one_sided) {
      v1::Initiator& initiator = *event.add_initiators();
      initiator.set_actor(of->key);
      initiator.set_text(std::string(of->name));
      *initiator.mutable_span() = of->span;
    }
    if (of == &b || !one_sided) {
      v1::Target& target = *event.add_targets();
      target.set_actor(of->key);
      target.set_text(std::string(of->name));
      *target.mutable_span() = of->span;
    }
  }
  write_figures(row, coder);
  write_source(row, sentence, coder, context.names);
  return std::move(coder).take();
}

}  // namespace

const CodedTable& ucdp_table() {
  static constexpr CodedTable kTable{
      "ucdp-ged", "UCDP's georeferenced events", 1, Dialect::csv, &layout, &code};
  return kTable;
}

}  // namespace casus::interchange
