#include "signals.hpp"

#include <csignal>

namespace entente::cli {

namespace {

// A signal handler can reach nothing but globals. Both are lock-free, as handlers must have it.
std::atomic<bool> stop{false};
volatile std::sig_atomic_t stop_signal = 0;

extern "C" void on_stop_signal(int signal) {
  stop_signal = signal;
  stop.store(true, std::memory_order_relaxed);
}

}  // namespace

void install_signal_handlers() {
  static_assert(std::atomic<bool>::is_always_lock_free);
  struct sigaction action = {};
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_stop_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

const std::atomic<bool>& stop_requested() { return stop; }

ExitStatus stop_status() { return stop_signal == SIGTERM ? ExitStatus::terminated : ExitStatus::interrupted; }

}  // namespace entente::cli
