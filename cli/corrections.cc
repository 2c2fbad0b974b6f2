// The commands by which a person corrects the graph: alias, merge, split, reject, undo.

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <vector>

#include "cli/commands.h"
#include "cli/correcting.h"
#include "cli/printer.h"
#include "query/claims_of.h"
#include "query/names.h"
#include "query/same_as_path.h"

namespace casus::cli {
namespace {

using storage::NodeId;
using storage::Snapshot;

struct Options {
  Signature signature;
  std::string node;
  std::string other;
  std::string name;
  std::vector<std::uint64_t> numbers;
};

std::string described(const Snapshot& snapshot, NodeId id) {
  return fmt::format("{} ({})", query::display_name(snapshot, id), snapshot.key(id));
}

// What the store cannot do is for the person at the command line a wrong question.
v1::Correction correct(storage::Store& store, const v1::Correction& asked) {
  try {
    return store.correct(asked);
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
}

int run_alias(const Session& session, const Options& options) {
  v1::Correction asked = signed_correction(options.signature, v1::CorrectionKind::alias);
  const auto store = open_to_correct(session);
  const auto snapshot = store->snapshot();
  asked.mutable_node()->set_key(snapshot->key(find_node(*snapshot, options.node)));
  asked.set_name(options.name);
  print_correction(correct(*store, asked), options.signature);
  return kDone;
}

int run_merge(const Session& session, const Options& options) {
  v1::Correction asked = signed_correction(options.signature, v1::CorrectionKind::merge);
  const auto store = open_to_correct(session);
  const auto snapshot = store->snapshot();
  asked.mutable_node()->set_key(snapshot->key(find_node(*snapshot, options.node)));
  asked.mutable_other()->set_key(snapshot->key(find_node(*snapshot, options.other)));
  print_correction(correct(*store, asked), options.signature);
  return kDone;
}

v1::Correction split(storage::Store& store, const Signature& signature, const std::string& node,
                     const std::string& other) {
  v1::Correction asked = signed_correction(signature, v1::CorrectionKind::split);
  asked.mutable_node()->set_key(node);
  asked.mutable_other()->set_key(other);
  v1::Correction record = correct(store, asked);
  print_correction(record, signature);
  return record;
}

// Says through whom two nodes are the same although they were split.
void tell_chain(const Snapshot& snapshot, NodeId from, NodeId to) {
  const std::vector<NodeId> path = query::same_as_path(snapshot, from, to);
  if (path.empty()) return;
  std::string chain;
  for (const NodeId id : path) chain += (chain.empty() ? "" : " – ") + described(snapshot, id);
  Printer(std::cerr, OutputStyle{})
      .paragraph(0, "casus: the two are still the same, through others; split there too: " + chain);
}

int run_split(const Session& session, const Options& options) {
  const auto store = open_to_correct(session);
  const auto before = store->snapshot();
  const NodeId node = find_node(*before, options.node);
  const std::string key = before->key(node);
  if (!options.other.empty()) {
    const NodeId other = find_node(*before, options.other);
    if (node == other) throw UsageError("Both are " + key + "; name two nodes.");
    if (query::same_as_path(*before, node, other).empty()) {
      throw NothingFound(fmt::format("{} and {} are not the same in this store.",
                                     described(*before, node), described(*before, other)));
    }
    split(*store, options.signature, key, before->key(other));
    tell_chain(*store->snapshot(), node, other);
    return kDone;
  }
  // Each split shows which links are left.
  std::string last;
  for (;;) {
    const auto snapshot = store->snapshot();
    const std::vector<NodeId> linked = query::same_as_neighbours(*snapshot, node);
    if (linked.empty() && last.empty()) {
      throw NothingFound(described(*snapshot, node) + " is joined with nothing.");
    }
    if (linked.empty() || snapshot->key(linked.front()) == last) return kDone;
    last = snapshot->key(linked.front());
    split(*store, options.signature, key, last);
  }
}

int run_reject(const Session& session, const Options& options) {
  v1::Correction asked = signed_correction(options.signature, v1::CorrectionKind::reject);
  const auto store = open_to_correct(session);
  const auto snapshot = store->snapshot();
  const NodeId node = find_node(*snapshot, options.node);
  asked.mutable_node()->set_key(snapshot->key(node));
  print_correction(correct(*store, asked), options.signature);
  if (options.signature.format == Format::text) {
    Printer printer = Printer::for_stdout();
    for (const NodeId claim : query::claims_of(*snapshot, node)) {
      printer.paragraph(2, "A claim of it stays: " + described(*snapshot, claim), Tone::faint, 2);
    }
  }
  return kDone;
}

// How to make again what was taken back.
std::string again(const v1::Correction& undo, v1::CorrectionKind::Value kind) {
  const std::string& node = undo.node().key();
  switch (kind) {
    case v1::CorrectionKind::alias:
      return fmt::format("casus alias {} '{}'", node, undo.name());
    case v1::CorrectionKind::merge:
      return fmt::format("casus merge {} {}", node, undo.other().key());
    case v1::CorrectionKind::split:
      return fmt::format("casus split {} {}", node, undo.other().key());
    default:
      return fmt::format("casus reject {}", node);
  }
}

int run_undo(const Session& session, const Options& options) {
  const auto store = open_to_correct(session);
  for (const std::uint64_t number : options.numbers) {
    v1::Correction asked = signed_correction(options.signature, v1::CorrectionKind::undo);
    asked.set_undoes(number);
    const v1::Correction undo = correct(*store, asked);
    print_correction(undo, options.signature);
    if (options.signature.format == Format::json) continue;
    store->snapshot()->corrections({}, [&](const v1::Correction& correction) {
      if (correction.number() != number) return true;
      Printer printer = Printer::for_stdout();
      printer.paragraph(2,
                        fmt::format("That was: {} {}.", correction.author(), in_words(correction)));
      printer.paragraph(2, "Make it again: " + again(undo, correction.kind()), Tone::faint);
      return false;
    });
  }
  return kDone;
}

using Run = int (*)(const Session&, const Options&);

CLI::App* add(CLI::App& app, Session& session, const std::string& name, const std::string& about,
              const std::shared_ptr<Options>& options, Run run) {
  auto* command = app.add_subcommand(name, about);
  command->callback([&session, options, run] { session.exit_code = run(session, *options); });
  return command;
}

void add_node(CLI::App& command, const std::string& option, std::string& value, bool required) {
  command.add_option(option, value, "a key, a name, or how one of these begins")
      ->required(required)
      ->type_name("NODE");
}

}  // namespace

void add_alias(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command = add(app, session, "alias", "Give an actor or a place a name by which it is found",
                      options, run_alias);
  add_node(*command, "node", options->node, true);
  command->add_option("name", options->name, "the name")->required()->type_name("NAME");
  add_signature(*command, options->signature);
  command->footer(
      "Examples:\n"
      "  casus alias actor:MLI \"Republic of Mali\"\n"
      "  casus alias Mali Bamako --reason \"as the press says\"");
}

void add_merge(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command =
      add(app, session, "merge", "Say that two nodes of one kind are the same", options, run_merge);
  add_node(*command, "node", options->node, true);
  add_node(*command, "other", options->other, true);
  add_signature(*command, options->signature);
  command->footer(
      "Questions then take the two as one. Both stay, so that `casus undo` can take it back.\n\n"
      "Examples:\n"
      "  casus merge Tessaro place:MLI:tessaro-ville\n"
      "  casus merge event:3f2a9c1b7d40e5a1b2c3/e1 event:0b1f8a7c6d5e4f3a2b1c/e4 "
      "--reason \"one raid\"");
}

void add_split(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command =
      add(app, session, "split", "Say that two nodes are not the same", options, run_split);
  add_node(*command, "node", options->node, true);
  add_node(*command, "other", options->other, false);
  add_signature(*command, options->signature);
  command->footer(
      "Without the second node: from all with which it is joined directly, by one correction "
      "each.\n"
      "The first node is split from copies of the second in other articles too. If the two are\n"
      "still the same through others, the chain is named on standard error.\n\n"
      "Examples:\n"
      "  casus split event:3f2a9c1b7d40e5a1b2c3/e1 event:0b1f8a7c6d5e4f3a2b1c/e4\n"
      "  casus split event:3f2a9c1b7d40e5a1b2c3/e1 --reason \"another day\"");
}

void add_reject(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command = add(app, session, "reject", "Say that an event, a statement or a claim is none",
                      options, run_reject);
  add_node(*command, "node", options->node, true);
  add_signature(*command, options->signature);
  command->footer(
      "It stays rejected when its article changes elsewhere or is extracted again.\n\n"
      "Examples:\n"
      "  casus reject event:3f2a9c1b7d40e5a1b2c3/e1 --reason \"a figure of speech\"\n"
      "  casus undo 1");
}

void add_undo(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command = add(app, session, "undo", "Take a correction back", options, run_undo);
  command->add_option("number", options->numbers, "of the correction; `casus history` lists them")
      ->required()
      ->type_name("N");
  add_signature(*command, options->signature);
  command->footer(
      "Examples:\n"
      "  casus undo 7\n"
      "  casus undo 7 8 --reason \"the report was right\"");
}

}  // namespace casus::cli
