// Many workers, one order: items are produced in order, worked on by several threads, and consumed in the same order.
//
// Idea: a ring of at most `window` items is in flight. The calling thread alone produces and consumes, so neither
// needs a lock; workers take the oldest item that nobody has taken. Memory is bounded by `window` items in and out,
// whatever the length of the input. One mutex guards the ring; it is held for a few instructions an item, so make an
// item a batch of rows.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.h"

namespace vedette::engine {

struct PipelineOptions {
  unsigned threads = 1;  ///< workers; 1 works on the calling thread
  size_t window = 0;     ///< items in flight; 0 means four a worker
  /// Asked on the calling thread while items are in flight: true waits for the oldest before another is produced.
  std::function<bool()> full = {};
};

namespace pipeline_detail {

// Invariants, under `mutex`: items [0, taken) have been taken by workers or finished; `ring` is in input order; a slot
// that a worker has taken stays at its address until it is done (deque, popped at the front only when done).
template <typename In, typename Out>
class Ring {
 public:
  struct Slot {
    std::optional<In> input;
    std::optional<Result<Out>> output;
  };

  void push(In&& input) {
    {
      std::lock_guard lock(mutex_);
      ring_.push_back(Slot{std::move(input), std::nullopt});
    }
    work_there_.notify_one();
  }

  size_t size() const { return ring_.size(); }  // the calling thread alone changes the size

  bool front_is_done() {
    std::lock_guard lock(mutex_);
    return !ring_.empty() && ring_.front().output.has_value();
  }

  /// Waits for the oldest item and takes it out.
  Result<Out> pop() {
    std::unique_lock lock(mutex_);
    front_done_.wait(lock, [&] { return ring_.front().output.has_value(); });
    Result<Out> output = std::move(*ring_.front().output);
    ring_.pop_front();
    --taken_;
    return output;
  }

  void close() {
    {
      std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_there_.notify_all();
  }

  /// A worker's life: until the ring is closed.
  template <typename Work>
  void serve(Work& work) {
    std::unique_lock lock(mutex_);
    while (true) {
      work_there_.wait(lock, [&] { return closed_ || taken_ < ring_.size(); });
      if (closed_) return;
      Slot& slot = ring_[taken_++];
      lock.unlock();
      Result<Out> output = guarded(work, std::move(*slot.input));
      lock.lock();
      slot.output.emplace(std::move(output));
      if (&slot == &ring_.front()) front_done_.notify_one();
    }
  }

  /// Turns what a library below may throw into an error value.
  template <typename Work>
  static Result<Out> guarded(Work& work, In&& input) {
    try {
      return work(std::move(input));
    } catch (const std::bad_alloc&) {
      return fail(ErrorCode::kLimit, "out of memory");
    } catch (const std::exception& exception) {
      return fail(ErrorCode::kInternal, exception.what());
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable work_there_;
  std::condition_variable front_done_;
  std::deque<Slot> ring_;
  size_t taken_ = 0;
  bool closed_ = false;
};

// Stops and joins the workers however the pipeline ends.
template <typename In, typename Out>
class Crew {
 public:
  explicit Crew(Ring<In, Out>& ring) : ring_(ring) {}
  ~Crew() {
    ring_.close();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  template <typename Work>
  void add(Work&& work) {
    threads_.emplace_back([&ring = ring_, work = std::forward<Work>(work)]() mutable { ring.serve(work); });
  }

 private:
  Ring<In, Out>& ring_;
  std::vector<std::thread> threads_;
};

template <typename In, typename Out, typename Produce, typename Work, typename Consume>
Result<void> run_inline(Produce& produce, Work&& work, Consume& consume) {
  while (true) {
    Result<std::optional<In>> input = produce();
    if (!input) return Unexpected(std::move(input).error());
    if (!input->has_value()) return {};
    Result<Out> output = Ring<In, Out>::guarded(work, std::move(**input));
    if (!output) return Unexpected(std::move(output).error());
    if (Result<void> consumed = consume(*std::move(output)); !consumed) return consumed;
  }
}

}  // namespace pipeline_detail

/// Runs the pipeline to its end.
///   produce:     () → Result<optional<In>>; nullopt ends the input. Called on the calling thread.
///   make_worker: (unsigned index) → a callable In → Result<Out>, one for each thread; made on the calling thread.
///   consume:     (Out) → Result<void>, in the order of production, on the calling thread.
/// An error of `produce` is returned after everything produced before it has been consumed. An error of a worker is
/// returned in its turn, after everything before it; an error of `consume` at once. Either ends the run; items in
/// flight are dropped. A worker's exception becomes such an error.
template <typename In, typename Out, typename Produce, typename MakeWorker, typename Consume>
Result<void> run_ordered_pipeline(const PipelineOptions& options, Produce produce, MakeWorker make_worker,
                                  Consume consume) {
  using namespace pipeline_detail;
  if (options.threads <= 1) return run_inline<In, Out>(produce, make_worker(0u), consume);

  const size_t window = options.window != 0 ? options.window : size_t{options.threads} * 4;
  Ring<In, Out> ring;
  Crew<In, Out> crew(ring);
  for (unsigned index = 0; index < options.threads; ++index) crew.add(make_worker(index));

  Result<void> produced;
  bool more = true;
  while (more || ring.size() != 0) {
    const bool full = ring.size() >= window || (ring.size() != 0 && options.full && options.full());
    if (more && !full && !ring.front_is_done()) {
      Result<std::optional<In>> input = produce();
      more = input.has_value() && input->has_value();
      if (more) {
        ring.push(std::move(**input));
      } else if (!input) {
        produced = Unexpected(std::move(input).error());
      }
      continue;
    }
    Result<Out> output = ring.pop();
    if (!output) return Unexpected(std::move(output).error());
    if (Result<void> consumed = consume(*std::move(output)); !consumed) return consumed;
  }
  return produced;
}

}  // namespace vedette::engine
