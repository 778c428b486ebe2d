// Plays a file of items into a generated design that Verilator has turned into C++, and writes down every state.
//
//   simulation DESIGN ITEMS SAMPLES STALLS SEED
//
// DESIGN is the text file that build.py writes. ITEMS holds the payloads of the input
// stream, each in whole little-endian 32-bit words. In the folder where it runs it leaves
//   states_L_S.bin   of layer L, state S: 32-bit integers (steps of all samples, units)
//   results.bin      the payloads of the output stream, in whole 32-bit words
//   times.bin        64-bit integers: the cycle in which each result was taken
// and on standard output, a name and a number in each line, what it counted. STALLS is the percentage of the cycles in
// which each stream pauses, at random from SEED. Built with VM_TRACE_SAIF, it also writes activity.saif; with
// VM_TRACE_VCD, waves.vcd. Exit status 0: all results came; 1: they did not, or one too many.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "Vtop.h"
#include "verilated.h"
#include "verilated_config.h"
#include "verilated_sym_props.h"
#include "verilated_syms.h"
#if VM_TRACE_SAIF
#include "verilated_saif_c.h"
#endif
#if VM_TRACE_VCD
#include "verilated_vcd_c.h"
#endif

namespace {

constexpr uint64_t longest_silence = 1000000;  // cycles without an item, a state or a result: it hangs
constexpr int cycles_after = 20;               // a result too many would come within them

[[noreturn]] void fail(const std::string& what) {
    std::cerr << what << "\n";
    std::exit(1);
}

// A register of the design, as Verilator keeps it: little-endian, in 1, 2, 4, 8 or n x 4 bytes.
class Register {
public:
    Register() = default;
    Register(VerilatedContext& context, const std::string& scope, const std::string& name) {
        for (const auto& entry : *context.scopeNameMap()) {
            const std::string found = entry.first;
            if (found != scope && found != "TOP." + scope) continue;
            if (const VerilatedVar* variable = entry.second->varFind(name.c_str())) {
                data_ = static_cast<const uint8_t*>(variable->datap());
                const int bits = variable->entBits();
                bytes_ = bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : bits <= 64 ? 8 : (bits + 31) / 32 * 4;
            }
        }
        if (data_ == nullptr) fail("the design has no register " + scope + "." + name);
        copy_.resize(bytes_ + 8);
    }
    bool set() const { return *data_ & 1; }
    void read() { std::memcpy(copy_.data(), data_, bytes_); }
    int32_t field(int offset, int width, bool is_signed) const {
        uint64_t word;
        std::memcpy(&word, copy_.data() + offset / 8, 8);
        word = word >> (offset % 8) & ((uint64_t{1} << width) - 1);
        if (is_signed && word >> (width - 1)) word |= ~uint64_t{0} << width;
        return static_cast<int32_t>(word);
    }

private:
    const uint8_t* data_ = nullptr;
    int bytes_ = 0;
    std::vector<uint8_t> copy_;
};

struct State {
    Register values;
    int width;
    bool is_signed;
    std::FILE* file;
};

struct Layer {
    Register strobe;
    int units, groups, lanes;
    std::vector<State> states;
    int group = 0;
    uint64_t steps = 0;

    void observe() {
        const int first = group * lanes;
        const int count = std::min(lanes, units - first);
        std::vector<int32_t> row(count);
        for (State& state : states) {
            state.values.read();
            for (int lane = 0; lane < count; ++lane)
                row[lane] = state.values.field(lane * state.width, state.width, state.is_signed);
            std::fwrite(row.data(), sizeof(int32_t), row.size(), state.file);
        }
        if (++group == groups) {
            group = 0;
            ++steps;
        }
    }
};

std::FILE* open(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) fail("cannot write " + path);
    return file;
}

std::vector<Layer> layers_of(std::istream& design, VerilatedContext& context) {
    size_t count;
    design >> count;
    std::vector<Layer> layers(count);
    for (size_t l = 0; l < count; ++l) {
        Layer& layer = layers[l];
        std::string scope, strobe;
        size_t states;
        design >> scope >> strobe >> layer.units >> layer.groups >> layer.lanes >> states;
        if (states) layer.strobe = Register(context, scope, strobe);
        for (size_t s = 0; s < states; ++s) {
            std::string name;
            State state;
            design >> name >> state.width >> state.is_signed;
            state.values = Register(context, scope, name);
            state.file = open("states_" + std::to_string(l) + "_" + std::to_string(s) + ".bin");
            layer.states.push_back(state);
        }
    }
    return layers;
}

class Stalls {
public:
    Stalls(int percent, unsigned seed) : percent_(percent), random_(seed) {}
    bool now() { return percent_ > 0 && static_cast<int>(random_() % 100) < percent_; }

private:
    int percent_;
    std::mt19937 random_;
};

}  // namespace

int main(int count, char** given) {
    if (count != 6) fail("usage: simulation DESIGN ITEMS SAMPLES STALLS SEED");
    VerilatedContext context;
    Vtop top{&context, "TOP"};
    std::ifstream design(given[1]);
    size_t item_bytes, result_bytes;
    design >> item_bytes >> result_bytes;
    std::vector<Layer> layers = layers_of(design, context);
    if (!design) fail("the description of the design is not complete");

    std::ifstream stream(given[2], std::ios::binary);
    const std::vector<char> items((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const uint64_t samples = std::strtoull(given[3], nullptr, 10);
    const int percent = std::atoi(given[4]);
    const unsigned seed = std::atoi(given[5]);
    Stalls input_stalls(percent, 2 * seed), output_stalls(percent, 2 * seed + 1);
    std::FILE* results = open("results.bin");
    std::FILE* times = open("times.bin");

    // Verilator's names of input__valid and so on; "__" is an escape in its names.
    auto& item_valid = top.input___05Fvalid;
    auto& item_ready = top.input___05Fready;
    auto& result_valid = top.output___05Fvalid;
    auto& result_ready = top.output___05Fready;
    std::vector<char> word(sizeof(top.output___05Fpayload) + 8);

    const auto cycle_low = [&] { top.clk = 0; top.eval(); };
    const auto cycle_high = [&] { top.clk = 1; top.eval(); };
    top.rst = 1;
    item_valid = 0;
    result_ready = 0;
    for (int i = 0; i < 3; ++i) {
        cycle_low();
        cycle_high();
    }
    top.rst = 0;

#if VM_TRACE_SAIF
    // Values as they stand before each rising edge, so glitches within a cycle do not count.
    VerilatedSaifC activity;
    context.traceEverOn(true);
    top.trace(&activity, 99);
    activity.open("activity.saif");
#endif
#if VM_TRACE_VCD
    // Both halves of a cycle, so that a viewer shows the clock; the rising edge is in the middle. Times are in ps.
    constexpr uint64_t half_ps = 5000;
    VerilatedVcdC waves;
    context.traceEverOn(true);
    top.trace(&waves, 99);
    waves.open("waves.vcd");
#endif

    uint64_t cycle = 0, first_item = 0, taken_samples = 0, last_event = 0, items_taken = 0;
    size_t position = 0;
    int after = 0;
    while (after < cycles_after) {
        if (!item_valid && position < items.size() && !input_stalls.now()) {
            // Shorter words of Verilator (up to 64 bits) may be wider or narrower than the item's whole words.
            std::memcpy(&top.input___05Fpayload, &items[position], std::min(item_bytes, sizeof(top.input___05Fpayload)));
            item_valid = 1;
        }
        result_ready = !output_stalls.now();
        cycle_low();
#if VM_TRACE_SAIF
        activity.dump(cycle);
#endif
#if VM_TRACE_VCD
        waves.dump(2 * half_ps * cycle);
#endif
        const bool item_moves = item_valid && item_ready;
        const bool result_moves = result_valid && result_ready;
        if (result_valid && taken_samples == samples) fail("a result too many stands at the output");
        for (Layer& layer : layers)
            if (!layer.states.empty() && layer.strobe.set()) {
                layer.observe();
                last_event = cycle;
            }
        if (result_moves) {
            std::memcpy(word.data(), &top.output___05Fpayload, sizeof(top.output___05Fpayload));
            std::fwrite(word.data(), 1, result_bytes, results);
            std::fwrite(&cycle, sizeof cycle, 1, times);
            ++taken_samples;
        }
        if (item_moves && items_taken++ == 0) first_item = cycle;
        if (item_moves || result_moves) last_event = cycle;
        if (cycle - last_event > longest_silence) fail("nothing has moved for 1,000,000 cycles: the design hangs");
        cycle_high();
#if VM_TRACE_VCD
        waves.dump(2 * half_ps * cycle + half_ps);
#endif
        ++cycle;
        if (item_moves) {
            position += item_bytes;
            item_valid = 0;
        }
        if (taken_samples == samples && position == items.size()) ++after;
    }
#if VM_TRACE_SAIF
    activity.close();
#endif
#if VM_TRACE_VCD
    waves.close();
#endif
    for (Layer& layer : layers)
        for (State& state : layer.states) std::fclose(state.file);
    if (std::fclose(results) || std::fclose(times)) fail("cannot write the results");
    std::cout << "first_item_at " << first_item << "\ncycles_run " << cycle << "\nverilator "
              << VERILATOR_VERSION << "\n";
    return 0;
}
