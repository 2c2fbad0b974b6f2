#include "command.h"

#include <fcntl.h>
#include <google/protobuf/util/json_util.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "casus/v1/answer.pb.h"
#include "casus/v1/correction.pb.h"
#include "casus/v1/subgraph.pb.h"
#include "interchange/writers.h"

namespace casus::cli_test {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Replaces the process. What a person has set for their own terminal says nothing here.
[[noreturn]] void become(const std::string& program, std::vector<std::string> words) {
  for (const char* name : {"CASUS_STORE", "CASUS_PAGER", "PAGER", "LESS", "NO_COLOR", "COLUMNS"}) {
    unsetenv(name);
  }
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  execv(program.c_str(), argv.data());
  _exit(127);
}

// `input`, `output` and `errors` become its streams.
[[noreturn]] void become_casus(const fs::path& store, const std::vector<std::string>& arguments,
                               int input, int output, int errors) {
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  std::vector<std::string> words{CASUS_BIN_DIR "/casus", "--store", store.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  become(words.front(), words);
}

std::string read_all(int file) {
  std::string text;
  char block[4096];
  // At its end a terminal gives an error, not an end.
  for (ssize_t count; (count = read(file, block, sizeof block)) > 0;) {
    text.append(block, static_cast<std::size_t>(count));
  }
  return text;
}

int exit_code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status); }

// The process that holds a lock on the file; 0 if none does.
int holder_of(const fs::path& path) {
  const int file = open(path.c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) return 0;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool asked = fcntl(file, F_GETLK, &lock) == 0;
  close(file);
  return asked && lock.l_type != F_UNLCK ? lock.l_pid : 0;
}

int open_file(const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("cannot open " + path.string());
  return file;
}

}  // namespace

std::vector<std::string> Result::lines() const {
  std::vector<std::string> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string Workshop::file(const std::string& name, const std::string& content) const {
  return dir_.file(name, content).string();
}

Result Workshop::casus(std::vector<std::string> arguments, const std::string& input) const {
  return casus_on(store(), std::move(arguments), input);
}

Result Workshop::casus_on(const fs::path& store, std::vector<std::string> arguments,
                          const std::string& input) const {
  file(".stdin", input);
  const int in = open_file(path(".stdin"), O_RDONLY);
  const int out = open_file(path(".stdout"), O_WRONLY | O_CREAT | O_TRUNC);
  const int err = open_file(path(".stderr"), O_WRONLY | O_CREAT | O_TRUNC);
  const pid_t pid = fork();
  if (pid == 0) become_casus(store, arguments, in, out, err);
  close(in);
  close(out);
  close(err);
  int status = 0;
  waitpid(pid, &status, 0);
  return {exit_code_of(status), read_file(path(".stdout")), read_file(path(".stderr"))};
}

Result Workshop::casus_on_terminal(std::vector<std::string> arguments,
                                   const std::vector<std::string>& variables,
                                   TerminalSize size) const {
  winsize window{};
  window.ws_row = size.rows;
  window.ws_col = size.columns;
  int terminal = -1;
  const pid_t pid = forkpty(&terminal, nullptr, nullptr, &window);
  if (pid < 0) throw std::runtime_error("no terminal");
  if (pid == 0) {
    setenv("TERM", "xterm", 1);
    std::vector<std::string> words{"env"};  // sets what become_casus has cleared
    words.insert(words.end(), variables.begin(), variables.end());
    words.insert(words.end(), {CASUS_BIN_DIR "/casus", "--store", store().string()});
    words.insert(words.end(), arguments.begin(), arguments.end());
    become("/usr/bin/env", words);
  }
  std::string shown = read_all(terminal);
  close(terminal);
  int status = 0;
  waitpid(pid, &status, 0);
  shown.erase(std::remove(shown.begin(), shown.end(), '\r'), shown.end());
  return {exit_code_of(status), shown, {}};
}

HoldingWriter::HoldingWriter(const fs::path& store) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  said_ = store.string() + ".said";
  const int nowhere = open_file("/dev/null", O_WRONLY);
  const int errors = open_file(said_, O_WRONLY | O_CREAT | O_TRUNC);
  pid_ = fork();
  if (pid_ == 0) become_casus(store, {"ingest", "-"}, ends[0], nowhere, errors);
  close(ends[0]);
  close(nowhere);
  close(errors);
  input_ = ends[1];
  for (int tries = 0; tries < 1200; ++tries) {
    if (holder_of(store / "LOCK") == pid_) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("the writer did not open its store");
}

HoldingWriter::~HoldingWriter() {
  if (pid_ > 0) finish();
}

void HoldingWriter::feed(const std::string& text) const {
  if (write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw std::runtime_error("the writer does not read");
  }
}

void HoldingWriter::send(int signal) const { kill(pid_, signal); }

bool HoldingWriter::ended() const {
  siginfo_t info{};
  waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
  return info.si_pid == pid_;
}

Result HoldingWriter::finish() {
  close(input_);
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return {exit_code_of(status), {}, read_file(said_)};
}

Result shell(const std::string& command) {
  FILE* pipe = popen(("exec 2>&1; " + command).c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no shell");
  Result result;
  result.out = read_all(fileno(pipe));
  result.exit_code = exit_code_of(pclose(pipe));
  return result;
}

bool has_program(const std::string& name) { return shell("command -v " + name).exit_code == 0; }

template <typename Message>
Message parse(const std::string& line) {
  Message message;
  const auto status = google::protobuf::util::JsonStringToMessage(line, &message);
  if (!status.ok()) throw std::runtime_error(status.ToString() + ": " + line);
  return message;
}
template v1::ArticleAnnotation parse(const std::string&);
template v1::AnnotationReport parse(const std::string&);
template v1::LexiconReport parse(const std::string&);
template v1::IngestReport parse(const std::string&);
template v1::CheckAnswer parse(const std::string&);
template v1::ArticleEntry parse(const std::string&);
template v1::Community parse(const std::string&);
template v1::Rank parse(const std::string&);
template v1::Path parse(const std::string&);
template v1::TimelineEntry parse(const std::string&);
template v1::Correction parse(const std::string&);
template v1::RebuildReport parse(const std::string&);
template v1::RetractReport parse(const std::string&);
template v1::Node parse(const std::string&);
template v1::NodeReport parse(const std::string&);
template v1::Relation parse(const std::string&);
template v1::Standing parse(const std::string&);
template v1::Stats parse(const std::string&);
template v1::Subgraph parse(const std::string&);
template v1::EventEntry parse(const std::string&);
template v1::Trace parse(const std::string&);
template v1::Version parse(const std::string&);

std::string json(const v1::ArticleAnnotation& annotation) {
  return interchange::to_json_line(annotation) + "\n";
}

v1::ArticleAnnotation harbour_report(const std::string& id, const std::string& published) {
  const std::string text =
      "A bomb killed three sailors at the harbour of Port Velm on 4 May 2021. "
      "The Velm Harbour Guard accused the Islanders' Front of planting it. "
      "The Islanders' Front denied planting it.";
  v1::ArticleAnnotation annotation;
  const auto span = [&](v1::Span* span, const std::string& words, std::size_t from = 0) {
    const std::size_t begin = text.find(words, from);
    if (begin == std::string::npos) throw std::logic_error("not in the text: " + words);
    span->set_begin(static_cast<std::uint32_t>(begin));
    span->set_end(static_cast<std::uint32_t>(begin + words.size()));
  };
  auto* article = annotation.mutable_article();
  article->set_id(id);
  article->set_title("Blast at Port Velm");
  article->set_outlet("Velm Gazette");
  article->set_published(published);
  article->set_language("en");
  article->set_text(text);
  annotation.mutable_extractor()->set_name("by-hand");
  annotation.mutable_extractor()->set_version("1");

  const auto actor = [&](const std::string& key, const std::string& name, auto kind) {
    auto* actor = annotation.add_actors();
    actor->set_key(key);
    actor->set_name(name);
    actor->set_kind(kind);
    span(actor->add_evidence(), name);
  };
  const std::string guard = "actor:military:-:velm-harbour-guard";
  const std::string front = "actor:armed_group:-:islanders-front";
  actor(guard, "Velm Harbour Guard", v1::ActorKind::military);
  actor(front, "Islanders' Front", v1::ActorKind::armed_group);
  auto* place = annotation.add_places();
  place->set_key("place:-:port-velm");
  place->set_name("Port Velm");
  span(place->add_evidence(), "Port Velm");

  auto* event = annotation.add_events();
  event->set_key("e1");
  event->set_type("ASSAULT");
  event->set_mode("explosives");
  event->set_weapon("bomb");
  event->set_place("place:-:port-velm");
  event->mutable_date()->set_earliest("2021-05-04");
  event->mutable_date()->set_latest("2021-05-04");
  event->mutable_killed()->set_best(3);
  span(event->mutable_trigger(), "killed");
  span(event->mutable_sentence(), text.substr(0, text.find('.') + 1));
  span(event->add_evidence(), text.substr(0, text.find('.') + 1));
  auto* initiator = event->add_initiators();
  initiator->set_actor(front);
  initiator->set_text("Islanders' Front");
  initiator->set_status(v1::InitiatorStatus::alleged);
  span(initiator->mutable_span(), "Islanders' Front");
  auto* target = event->add_targets();
  target->set_text("three sailors");
  span(target->mutable_span(), "three sailors");

  auto* claim = annotation.add_claims();
  claim->set_key("c1");
  claim->set_text("The Islanders' Front planted the bomb");
  claim->set_subject(front);
  claim->set_predicate("plant");
  claim->set_object("e1");
  claim->set_event("e1");
  span(claim->add_evidence(), "planting it");

  const auto statement = [&](const std::string& key, auto kind, auto stance,
                             const std::string& speaker, const std::string& name,
                             const std::string& cue) {
    auto* statement = annotation.add_statements();
    const std::size_t at = text.find(cue);
    statement->set_key(key);
    statement->set_kind(kind);
    statement->set_stance(stance);
    statement->set_speaker(speaker);
    statement->set_speaker_text(name);
    statement->set_claim("c1");
    statement->set_certainty(v1::Certainty::certain);
    span(statement->add_source(), name);
    span(statement->add_cue(), cue);
    span(statement->add_content(), "planting it", at);
    return statement;
  };
  statement("s1", v1::StatementKind::accusation, v1::Stance::asserts, guard, "Velm Harbour Guard",
            "accused")
      ->set_addressee(front);
  statement("s2", v1::StatementKind::denial, v1::Stance::denies, front, "Islanders' Front",
            "denied");
  return annotation;
}

std::vector<std::string> example_files() {
  std::vector<std::string> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(CASUS_SOURCE_DIR) / "examples" / "articles")) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace casus::cli_test
