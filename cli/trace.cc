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
#include "interchange/writers.h"

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
};

void render_voice(Printer& printer, const v1::Voice& voice, Tone tone) {
  std::string who = voice.principal().name();
  if (voice.principal().key().empty() && who == "(article)") who = "the article itself";
  if (who.empty()) who = voice.speaker().name();
  if (who.empty()) who = "unnamed";
  if (!voice.speaker().name().empty() && voice.speaker().name() != who) {
    who += fmt::format(", by {}", voice.speaker().name());
  }
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
  if (!trace.first().empty()) line += ", " + trace.first();
  if (trace.last() != trace.first()) line += " to " + trace.last();
  const std::size_t articles =
      static_cast<std::size_t>(trace.articles_size()) + trace.articles_left_out();
  line += fmt::format(", in {} article{} · {}", with_thousands(articles), articles == 1 ? "" : "s",
                      trace.claim().key());
  printer.paragraph(0, line, Tone::faint);
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
  std::vector<v1::Trace> traces = ask(*snapshot, options, filter);
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
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus trace --actor Iran\n"
      "  casus trace --about \"Rwanda armed the M23\" --as-of 2024-09-16\n"
      "  casus trace claim:3f2a9c1b7d40e5a1b2c3/c1 --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
