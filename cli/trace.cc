#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>
#include <vector>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "cli/text.h"
#include "graph/kinds.h"
#include "graph/period.h"
#include "interchange/writers.h"
#include "query/news.h"

namespace casus::cli {
namespace {

// A trace is long: it quotes everybody.
constexpr std::size_t kTracesForPeople = 20;
constexpr std::size_t kVoicesForPeople = 10;

struct Options {
  Format format = Format::text;
  query::Filter filter;
  std::string claim;
  std::string actor;
  std::string about;
  const CLI::Option* voices = nullptr;
  std::vector<std::string> between;
};

void render_voice(Printer& printer, const v1::Voice& voice, Tone tone) {
  std::string who = voice.principal().name();
  if (voice.principal().key().empty() && who == "(article)") who = "the article itself";
  if (who.empty()) who = voice.speaker().name();
  if (who.empty()) who = "unnamed";
  if (!voice.speaker().name().empty() && voice.speaker().name() != who) {
    who += fmt::format(", by {}", voice.speaker().name());
  }
  if (voice.has_via()) who += fmt::format(", quoted by {}", voice.via().name());
  if (voice.has_citing()) who += fmt::format(", citing {}", voice.citing().name());
  if (!voice.repeats().empty()) who += fmt::format(", as quoted by {} before", voice.repeats());
  printer.paragraph(4, who, tone);
  v1::Quote quote;
  quote.set_article(voice.article());
  quote.set_outlet(voice.outlet());
  quote.set_published(voice.published());
  quote.set_quote(voice.quote());
  if (voice.has_part()) quote.set_part(voice.part());
  printer.quote(6, quote);
}

void render_side(Printer& printer, std::string_view label,
                 const google::protobuf::RepeatedPtrField<v1::Voice>& voices,
                 std::uint32_t left_out, Tone tone) {
  if (voices.empty()) return;
  printer.paragraph(2, label, Tone::faint);
  for (const v1::Voice& voice : voices) render_voice(printer, voice, tone);
  if (left_out == 0) return;
  printer.paragraph(4, fmt::format("and {} later; --voices 0 shows all", with_thousands(left_out)),
                    Tone::faint);
}

void render(Printer& printer, const v1::Trace& trace) {
  std::string text = trace.claim().text();
  if (trace.claim().polarity() == v1::Polarity::negative) text = "not: " + text;
  printer.paragraph(0, text, Tone::strong);
  std::string line = v1::TraceStatus::Value_Name(trace.status());
  if (trace.has_status_before() && trace.status_before() != trace.status()) {
    line = fmt::format("{}, before {}", line, v1::TraceStatus::Value_Name(trace.status_before()));
  }
  if (!trace.first().empty()) line += ", " + trace.first();
  if (trace.last() != trace.first()) line += " to " + trace.last();
  const std::size_t articles =
      static_cast<std::size_t>(trace.articles_size()) + trace.articles_left_out();
  line += fmt::format(", in {} article{}", with_thousands(articles), articles == 1 ? "" : "s");
  if (trace.independent_articles() != 0 && trace.independent_articles() < articles) {
    line += fmt::format(" ({} independent)", trace.independent_articles());
  }
  printer.paragraph(0, line + " · " + trace.claim().key(), Tone::faint);
  const bool plain =
      trace.status() != v1::TraceStatus::retracted && trace.status() != v1::TraceStatus::confirmed;
  if (!plain) printer.paragraph(2, trace.status_reason());
  for (const v1::ChangedPosition& changed : trace.changed()) {
    const auto side = [](v1::Stance::Value stance) {
      return stance == v1::Stance::denies ? "denied" : "asserted";
    };
    printer.paragraph(2, fmt::format("{} {} it on {}, and {} it on {}", changed.principal().name(),
                                     side(changed.before()), changed.since(), side(changed.now()),
                                     changed.changed()));
  }
  render_side(printer, "asserted by", trace.asserted_by(), trace.asserted_left_out(), Tone::good);
  render_side(printer, "denied by", trace.denied_by(), trace.denied_left_out(), Tone::bad);
  if (!trace.events().empty()) printer.paragraph(2, "about", Tone::faint);
  for (const v1::ReportedEvent& event : trace.events()) {
    printer.paragraph(
        4, fmt::format("{} (in {} article{}, {})", event.summary(), event.articles_size(),
                       event.articles_size() == 1 ? "" : "s", event.key()));
  }
  if (trace.undated_left_out() > 0) {
    printer.paragraph(
        2, fmt::format("{} undated article(s) left out by --as-of", trace.undated_left_out()),
        Tone::faint);
  }
  printer.blank();
}

storage::NodeId resolve_claim(const storage::Snapshot& snapshot, const std::string& text) {
  constexpr std::string_view kOthers =
      "--about WORDS finds claims by what they say, --actor NAME those that an actor is in.";
  storage::NodeId id = 0;
  try {
    id = find_node(snapshot, text);
  } catch (const NothingFound& error) {
    throw NothingFound(fmt::format("{} {}", error.what(), kOthers));
  }
  if (snapshot.kind(id) != v1::NodeKind::claim) {
    throw UsageError(fmt::format("'{}' is of kind {}, not a claim. {}", text,
                                 name_of(*snapshot.kind(id)), kOthers));
  }
  return id;
}

// The last day that is meant: of a month or year its end.
Day end_of(const std::string& text) {
  const std::optional<DayWindow> period = parse_period(text);
  if (!period) {
    throw UsageError(fmt::format(
        "--between: {} is no date; write it as YYYY-MM-DD, YYYY-MM or YYYY.", echoed(text)));
  }
  return period->until;
}

// Of all that was known on the second day, what was not on the first.
std::vector<v1::Trace> changes(const storage::Snapshot& snapshot, std::vector<v1::Trace> now,
                               Day since, const query::Filter& filter) {
  std::vector<v1::Trace> changes;
  for (const v1::Trace& trace : now) {
    if (filter.limit != 0 && changes.size() == filter.limit) break;
    auto change = query::news(snapshot, trace, since, filter.voices);
    if (change) changes.push_back(*std::move(change));
  }
  return changes;
}

std::vector<v1::Trace> ask(const storage::Snapshot& snapshot, const Options& options,
                           const query::Filter& filter) {
  if (!options.claim.empty()) {
    return {query::trace_claim(snapshot, resolve_claim(snapshot, options.claim), filter)};
  }
  std::optional<storage::NodeId> actor;
  if (!options.actor.empty()) actor = find_actor(snapshot, options.actor);
  return options.about.empty() ? query::trace_actor(snapshot, *actor, filter)
                               : query::trace_words(snapshot, options.about, filter, actor);
}

int run(const Session& session, const Options& options) {
  if (options.claim.empty() && options.actor.empty() && options.about.empty()) {
    throw UsageError("`casus trace` needs a claim's key, --actor NAME or --about WORDS.");
  }
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  Printer printer = Printer::for_stdout();
  // One more than is shown tells whether there are more.
  query::Filter filter = options.filter;
  if (filter.limit != 0) ++filter.limit;
  if (options.voices->empty() && options.format == Format::text) filter.voices = kVoicesForPeople;
  std::vector<v1::Trace> traces;
  if (options.between.empty()) {
    traces = ask(*snapshot, options, filter);
  } else {
    const Day since = end_of(options.between[0]);
    query::Filter later = filter;
    later.as_of = end_of(options.between[1]);
    if (later.as_of <= since)
      throw UsageError("--between: the second day must be after the first.");
    later.limit = 0;
    later.voices = 0;
    traces = changes(*snapshot, ask(*snapshot, options, later), since, filter);
  }
  const bool more = filter.limit != 0 && traces.size() == filter.limit;
  if (more) traces.pop_back();
  for (const v1::Trace& trace : traces) {
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(trace) << '\n';
    } else {
      render(printer, trace);
    }
  }
  if (more) say_more(options.format, traces.size());
  return answered(traces.size(), "claims");
}

}  // namespace

void add_trace(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("trace", "Who asserts a claim and who denies it, where, since when");
  auto options = std::make_shared<Options>();
  auto* claim = command->add_option("claim", options->claim, "a claim's key")->type_name("CLAIM");
  command->add_option("--actor", options->actor, "claims that this actor makes, denies or is in")
      ->type_name("NAME")
      ->excludes(claim);
  command->add_option("--about", options->about, "claims that say this, best match first")
      ->type_name("WORDS")
      ->excludes(claim);
  add_filter(*command, options->filter, options->format, kTracesForPeople);
  options->voices = add_count(*command, "--voices", "voices of each side", options->filter.voices,
                              kVoicesForPeople);
  command
      ->add_option("--between", options->between,
                   "what became known after the first day, up to the second one")
      ->type_name("DATE DATE")
      ->expected(2)
      ->excludes(command->get_option("--as-of"));
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus trace --actor Iran\n"
      "  casus trace --about \"Rwanda armed the M23\" --as-of 2024-09-16\n"
      "  casus trace --actor Rwanda --between 2024-09-16 2024-09-18\n"
      "  casus trace claim:3f2a9c1b7d40e5a1b2c3/c1 --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
