#ifndef CASUS_CLI_ORDERED_PIPELINE_H_
#define CASUS_CLI_ORDERED_PIPELINE_H_

// Work on many threads whose results come out in the order of input, so that a run does not depend
// on how many threads there are.
//
// `push` and `finish` are called by one thread; `work` runs on the workers, with the number of the
// one it runs on; `consume` runs on one thread of the pipeline's own, in the order of `push`.
// Memory: items whose weights sum up to `budget` are in the pipeline at a time (or one that is
// heavier alone). What `work` or `consume` throws ends the pipeline and comes out of the next
// `push` or `finish`.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace casus::cli {

template <typename In, typename Out>
class OrderedPipeline {
 public:
  using Work = std::function<Out(unsigned worker, In&&)>;
  using Consume = std::function<void(Out&&)>;

  OrderedPipeline(unsigned workers, std::size_t budget, Work work, Consume consume)
      : budget_(budget), work_(std::move(work)), consume_(std::move(consume)) {
    consumer_ = std::jthread([this] { guarded([this] { run_consumer(); }); });
    for (unsigned i = 0; i < workers; ++i) {
      workers_.emplace_back([this, i] { guarded([this, i] { run_worker(i); }); });
    }
  }

  // Gives up what has not been consumed, unless `finish` was called.
  ~OrderedPipeline() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  // Waits until there is room.
  void push(In item, std::size_t weight) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || weight_ == 0 || weight_ + weight <= budget_; });
    if (error_) std::rethrow_exception(error_);
    weight_ += weight;
    slots_.push_back({std::move(item), std::nullopt, weight});
    changed_.notify_all();
  }

  // Waits until everything has been consumed.
  void finish() {
    std::unique_lock lock(mutex_);
    complete_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return stopped_; });
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct Slot {
    std::optional<In> in;
    std::optional<Out> out;
    std::size_t weight = 0;
  };

  template <typename Body>
  void guarded(Body body) {
    try {
      body();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  void run_worker(unsigned worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return stopped_ || begun_ < slots_.size(); });
      if (stopped_) return;
      Slot& slot = slots_[begun_++];  // a deque keeps it in its place until it is consumed
      In item = std::move(*slot.in);
      slot.in.reset();
      lock.unlock();
      Out out = work_(worker, std::move(item));
      lock.lock();
      slot.out.emplace(std::move(out));
      changed_.notify_all();
    }
  }

  void run_consumer() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] {
        return stopped_ || (slots_.empty() ? complete_ : slots_.front().out.has_value());
      });
      if (stopped_) return;
      if (slots_.empty()) break;
      Out out = std::move(*slots_.front().out);
      const std::size_t weight = slots_.front().weight;
      slots_.pop_front();
      --begun_;
      lock.unlock();
      consume_(std::move(out));
      lock.lock();
      weight_ -= weight;
      changed_.notify_all();
    }
    stopped_ = true;
    changed_.notify_all();
  }

  const std::size_t budget_;
  const Work work_;
  const Consume consume_;

  std::mutex mutex_;
  std::condition_variable changed_;  // anything below
  std::deque<Slot> slots_;
  std::size_t begun_ = 0;   // how many slots from the front on have been taken by a worker
  std::size_t weight_ = 0;  // of all that has been pushed and not been consumed
  bool complete_ = false;   // nothing more will be pushed
  bool stopped_ = false;    // done, or failed
  std::exception_ptr error_;

  std::jthread consumer_;  // threads last: they are joined first
  std::vector<std::jthread> workers_;
};

}  // namespace casus::cli

#endif  // CASUS_CLI_ORDERED_PIPELINE_H_
