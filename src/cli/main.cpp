#include "cli/process.h"

int main(int argc, char** argv) {
  return vedette::cli::run_process(argc, argv);
}
