// GDELT's event tables: tab-separated, no header. Version 2.0 has 61 columns, 1.0 has 58, and 57
// before April 2013.

#include <fmt/format.h>

#include <array>
#include <string>

#include "graph/cameo_events.h"
#include "interchange/tables/coder.h"
#include "interchange/tables/fips.h"

namespace casus::interchange {
namespace {

constexpr std::array<std::string_view, 35> kEventColumns = {"GLOBALEVENTID",
                                                            "SQLDATE",
                                                            "MonthYear",
                                                            "Year",
                                                            "FractionDate",
                                                            "Actor1Code",
                                                            "Actor1Name",
                                                            "Actor1CountryCode",
                                                            "Actor1KnownGroupCode",
                                                            "Actor1EthnicCode",
                                                            "Actor1Religion1Code",
                                                            "Actor1Religion2Code",
                                                            "Actor1Type1Code",
                                                            "Actor1Type2Code",
                                                            "Actor1Type3Code",
                                                            "Actor2Code",
                                                            "Actor2Name",
                                                            "Actor2CountryCode",
                                                            "Actor2KnownGroupCode",
                                                            "Actor2EthnicCode",
                                                            "Actor2Religion1Code",
                                                            "Actor2Religion2Code",
                                                            "Actor2Type1Code",
                                                            "Actor2Type2Code",
                                                            "Actor2Type3Code",
                                                            "IsRootEvent",
                                                            "EventCode",
                                                            "EventBaseCode",
                                                            "EventRootCode",
                                                            "QuadClass",
                                                            "GoldsteinScale",
                                                            "NumMentions",
                                                            "NumSources",
                                                            "NumArticles",
                                                            "AvgTone"};

Layout layout(const std::vector<std::string>& first_row) {
  constexpr std::size_t kOldest = 57;
  constexpr std::size_t kOld = 58;
  constexpr std::size_t kNew = 61;
  const std::size_t count = first_row.size();
  if (count != kOldest && count != kOld && count != kNew) {
    throw InputError(
        fmt::format("has {} columns; GDELT's events have 61, or 58 or 57 in older files, with tabs "
                    "between them.",
                    count));
  }
  std::vector<std::string> names(kEventColumns.begin(), kEventColumns.end());
  for (const char* of : {"Actor1Geo_", "Actor2Geo_", "ActionGeo_"}) {
    for (const char* what :
         {"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"}) {
      if (count != kNew && std::string_view(what) == "ADM2Code") continue;
      names.push_back(std::string(of) + what);
    }
  }
  names.emplace_back("DATEADDED");
  if (count != kOldest) names.emplace_back("SOURCEURL");
  Columns columns(std::move(names));
  // Some who pass the tables on put the names above them.
  const bool has_header = columns.find(first_row.front()) == 0;
  return {std::move(columns), has_header};
}

struct Party {
  std::string key;
  std::string_view text;
  v1::Span span;
};

Party party(const Record& row, std::string_view of, Coder& coder, const CodingContext& context) {
  const auto cell = [&](std::string_view what) { return row[fmt::format("{}{}", of, what)]; };
  const std::string_view code = cell("Code");
  Party party;
  party.text = cell("Name").empty() ? code : cell("Name");
  if (party.text.empty()) return party;
  party.span = coder.write(party.text);
  if (!code.empty() && code != party.text) coder.write(fmt::format(" ({})", code));
  party.key = coder.add(actor_of(party.text, cell("CountryCode"), code, context.names), party.span);
  return party;
}

std::string place(const Record& row, Coder& coder, const CodingContext& context) {
  const std::string_view name = row["ActionGeo_FullName"];
  if (name.empty()) return {};
  coder.write(", in ");
  const v1::Span span = coder.write(name);
  const std::string_view country = iso3_of_fips(row["ActionGeo_CountryCode"]);
  constexpr std::string_view kCountry = "1";
  if (row["ActionGeo_Type"] == kCountry) {
    const std::string key = coder.add_country_place(country, span);
    if (!key.empty()) return key;
  }
  // "Kharkiv, Kharkivs'ka Oblast', Ukraine"
  v1::Place place = place_of(name.substr(0, name.find(',')), country, context.names);
  if (!place.has_latitude()) {
    if (const auto position = row.position("ActionGeo_Lat", "ActionGeo_Long")) {
      place.set_latitude(position->latitude);
      place.set_longitude(position->longitude);
    }
  }
  return coder.add(std::move(place), span);
}

CameoEvent event_of(const Record& row) {
  const std::string_view code = row.required("EventCode");
  const std::optional<CameoEvent> event = read_cameo_event(code);
  const std::string_view root = row["EventRootCode"];
  if (!event || (!root.empty() && !code.starts_with(root))) {
    throw BadCell(
        "EventCode",
        fmt::format("is {}, which is no code of CAMEO{}; leading zeros belong to it.",
                    quoted_cell(code), root.empty() ? "" : " below its root " + quoted_cell(root)));
  }
  return *event;
}

// What has no field of its own is kept in words.
void write_figures(const Record& row, Coder& coder) {
  std::string line = row["IsRootEvent"] == "1" ? "root event" : "";
  for (const char* name :
       {"QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"}) {
    if (row[name].empty()) continue;
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", name, row[name]);
  }
  coder.write("\n" + line);
}

v1::ArticleAnnotation code(const Record& row, const CodingContext& context) {
  const CameoEvent cameo = event_of(row);
  const std::string day = format_day(row.packed_day("SQLDATE"));
  Coder coder(context, row.required("GLOBALEVENTID"));
  coder.article().set_published(format_day(row.packed_day("DATEADDED")));
  const std::string_view url = row["SOURCEURL"];
  if (url.find("://") != std::string_view::npos) {
    coder.article().set_url(std::string(url));
    coder.article().set_outlet(outlet_of(url));
  }

  const Party by = party(row, "Actor1", coder, context);
  if (!by.text.empty()) coder.write(": ");
  const v1::Span deed = coder.write(cameo.label);
  coder.write(fmt::format(" (CAMEO {})", row["EventCode"]));
  const bool has_target = !row["Actor2Name"].empty() || !row["Actor2Code"].empty();
  if (has_target) coder.write(", ");
  const Party to = party(row, "Actor2", coder, context);
  const std::string where = place(row, coder, context);
  if (!day.empty()) coder.write(", " + day);
  const v1::Span sentence = coder.written();
  write_figures(row, coder);
  if (!url.empty()) coder.write(fmt::format("\n{}", url));

  v1::DateInterval date;
  date.set_earliest(day);
  date.set_latest(day);
  if (cameo.type.empty()) {
    v1::Statement& statement = *coder.annotation().add_statements();
    statement.set_key("s");
    statement.set_kind(cameo.statement);
    statement.set_speaker(by.key);
    statement.set_speaker_text(std::string(by.text));
    if (!by.text.empty()) *statement.add_source() = by.span;
    *statement.add_cue() = deed;
    *statement.add_content() = sentence;
    statement.set_addressee(to.key);
    *statement.mutable_date() = date;
    return std::move(coder).take();
  }
  v1::Event& event = *coder.annotation().add_events();
  event.set_key("e");
  event.set_type(std::string(cameo.type));
  event.set_mode(std::string(cameo.mode));
  *event.mutable_trigger() = deed;
  *event.mutable_sentence() = sentence;
  *event.mutable_date() = date;
  event.set_place(where);
  if (!by.text.empty()) {
    v1::Initiator& initiator = *event.add_initiators();
    initiator.set_actor(by.key);
    initiator.set_text(std::string(by.text));
    *initiator.mutable_span() = by.span;
  }
  if (!to.text.empty()) {
    v1::Target& target = *event.add_targets();
    target.set_actor(to.key);
    target.set_text(std::string(to.text));
    *target.mutable_span() = to.span;
  }
  return std::move(coder).take();
}

}  // namespace

const CodedTable& gdelt_table() {
  static constexpr CodedTable kTable{
      "gdelt", "GDELT's events, 2.0 and 1.0 (export.CSV)", 1, Dialect::tsv, &layout, &code};
  return kTable;
}

}  // namespace casus::interchange
