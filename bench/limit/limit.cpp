// How fast this machine can run small discrete-event models: what a library is measured against. See README.md.
// g++ -O3 -march=native -std=c++20 -o limit limit.cpp; ./limit --help
#include <algorithm>
#include <bit>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <queue>
#include <string>
#include <utility>
#include <vector>

using Table = std::vector<double>;  // increments, read round and round
constexpr uint32_t tableLength = 1 << 16, mm1TableLength = 1 << 20;
constexpr int32_t none = -1;
struct Result { double nanosecondsPerEvent, check; };

double nanoseconds() {
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// ------------------------------------------------------------ Increments: the same bits in every language.

class Generator {  // xoshiro128++, seeded by mixing a counter
    uint32_t s[4];

public:
    explicit Generator(uint32_t seed) {
        for (uint32_t& word : s) {
            uint32_t x = seed += 0x9e3779b9u;
            x = (x ^ (x >> 16)) * 0x21f0aaadu;
            x = (x ^ (x >> 15)) * 0x735a2d97u;
            word = x ^ (x >> 15);
        }
    }
    uint32_t next() {
        const uint32_t result = std::rotl(s[0] + s[3], 7) + s[0], shifted = s[1] << 9;
        s[2] ^= s[0], s[3] ^= s[1], s[1] ^= s[2], s[0] ^= s[3], s[2] ^= shifted, s[3] = std::rotl(s[3], 11);
        return result;
    }
    static double unit(uint32_t x) { return (x + 0.5) / 4294967296.0; }
    // Von Neumann's Exp(1) needs comparisons only; no two languages promise the same last bit of a logarithm.
    // A descending run that begins at x has odd length with probability exp(-x); an even one adds a whole unit.
    // One more draw fills the low bits: on a grid of 2^-32 a million pending events would meet by accident.
    double exponential() {
        for (double whole = 0;; whole++) {
            const uint32_t first = next();
            uint32_t last = first, length = 1;
            for (uint32_t value; (value = next()) < last; length++) last = value;
            if (length % 2 == 1) return whole + (first + unit(next())) / 4294967296.0;
        }
    }
};

Table exponentials(uint32_t seed, double mean, size_t length = tableLength) {
    Generator generator(seed);
    Table table(length);
    for (double& value : table) value = generator.exponential() * mean;
    return table;
}

// A table read a hundred times carries its own sampling error into every mean: this takes it out of the table's mean.
Table exponentialsOfExactMean(uint32_t seed, double mean) {
    Table table = exponentials(seed, 1);
    double sum = 0;
    for (double value : table) sum += value;
    const double scale = mean / (sum / tableLength);
    for (double& value : table) value *= scale;
    return table;
}

Table holdIncrements(const std::string& model) {
    Table table = exponentials(12345, 1);
    Generator choice(54321);
    for (double& value : table) {
        const bool usual = Generator::unit(choice.next()) < 0.9;
        if (model == "hold-bimodal") value *= usual ? 0.1 : 10;
        if (model == "hold-ties" && !usual) value = -value;  // the sign says: round the time up to a whole hour
        if (model == "hold-equal") value = 1;
    }
    return table;
}

// ------------------------------------------------------------ Pending events, by time and then by sequence.

struct Event { double time; uint32_t sequence, slot; };

bool earlier(const Event& a, const Event& b) {
    return a.time < b.time || (a.time == b.time && a.sequence < b.sequence);
}

class StdQueue {
    struct Later { bool operator()(const Event& a, const Event& b) const { return earlier(b, a); } };
    std::priority_queue<Event, std::vector<Event>, Later> events;
    uint32_t sequence = 0;

public:
    explicit StdQueue(size_t) {}
    void push(double time, uint32_t slot) { events.push({time, sequence++, slot}); }
    Event pop() {
        const Event first = events.top();
        events.pop();
        return first;
    }
};

// 4-ary implicit heap. A popped root stays as a hole: nearly every event schedules another, which replaces the root in
// one sift instead of two. Children are chosen without branches, because random data mispredict every such branch.
class HeapQueue {
    using Key = unsigned __int128;  // bits of the time (not negative, so they order as integers), sequence, slot
    struct alignas(64) CacheLine { Key keys[4]; };
    static constexpr Key never = ~Key(0);  // read from unused children, so that no bound is checked at the bottom
    std::vector<CacheLine> lines;
    Key* heap;  // starts three keys in, so that the four children of a node share a cache line
    size_t count = 0;
    uint32_t sequence = 0;
    bool hole = false;

    void replaceRoot(Key key) {
        size_t place = 0;
        for (size_t child; (child = 4 * place + 1) < count;) {
            const size_t left = child + (heap[child + 1] < heap[child]);
            const size_t right = child + 2 + (heap[child + 3] < heap[child + 2]);
            const Key leftKey = heap[left], rightKey = heap[right];
            const size_t best = rightKey < leftKey ? right : left;
            const Key bestKey = heap[best];
            if (!(bestKey < key)) break;
            heap[std::exchange(place, best)] = bestKey;
        }
        heap[place] = key;
    }

public:
    explicit HeapQueue(size_t capacity) : lines(capacity / 4 + 3, {{never, never, never, never}}) {
        heap = lines[0].keys + 3;
    }
    void push(double time, uint32_t slot) {
        const Key key = Key(std::bit_cast<uint64_t>(time)) << 64 | uint64_t(sequence++) << 32 | slot;
        if (std::exchange(hole, false)) return replaceRoot(key);
        size_t place = count++;
        for (size_t up; place > 0 && key < heap[up = (place - 1) / 4]; place = up) heap[place] = heap[up];
        heap[place] = key;
    }
    Event pop() {
        if (std::exchange(hole, true)) {
            const Key last = std::exchange(heap[--count], never);
            if (count > 0) replaceRoot(last);
        }
        return {std::bit_cast<double>(uint64_t(heap[0] >> 64)), uint32_t(heap[0] >> 32), uint32_t(heap[0])};
    }
};

// A window of unsorted buckets chained through the slots, each of about two events; the one in use is a short sorted
// array; what lies beyond the window is one more chain. A far event costs one store now and one insertion when due.
class BucketQueue {
    struct Node { double time; int32_t next; uint32_t sequence; };
    static constexpr size_t insertionLimit = 48;  // a longer bucket (many equal times) is sorted at once
    std::vector<Node> nodes;
    std::vector<int32_t> buckets;
    std::vector<Event> active;
    std::vector<double> sample;
    size_t activeBegin = 0, activeEnd = 0, bucketed = 0, farCount = 0;
    int32_t far = none;
    uint32_t sequence = 0;
    // One monotone function says where a time belongs, on every path, so no two roundings disagree about a border.
    double start = 0, perWidth = 0, nextBucket = 0, bucketCount = 0;
    double position(double time) const { return (time - start) * perWidth; }

    void insertActive(const Event& event) {
        if (activeEnd == active.size()) {  // make room at the front
            std::move(active.begin() + activeBegin, active.end(), active.begin());
            activeEnd -= std::exchange(activeBegin, 0);
        }
        size_t place = activeEnd++;
        for (; place > activeBegin && active[place - 1].time > event.time; place--) active[place] = active[place - 1];
        active[place] = event;
    }
    void chain(int32_t slot, double place) {
        const bool inWindow = place < bucketCount;
        (inWindow ? bucketed : farCount)++;
        nodes[slot].next = std::exchange(inWindow ? buckets[int32_t(place)] : far, slot);
    }
    void openWindow() {
        double lowest = INFINITY, highest = -INFINITY;
        const size_t count = farCount, stride = std::max<size_t>(1, count / 256);
        size_t index = 0;
        sample.clear();
        for (int32_t slot = far; slot != none; slot = nodes[slot].next) {
            const double time = nodes[slot].time;
            lowest = std::min(lowest, time), highest = std::max(highest, time);
            if (index++ % stride == 0) sample.push_back(time);
        }
        const auto median = sample.begin() + sample.size() / 2;
        std::nth_element(sample.begin(), median, sample.end());
        double width = 2 * (*median - lowest) / (count / 2.0);  // two mean gaps of the nearer half
        if (!(width > 0)) width = 2 * (highest - lowest) / count;
        width = std::max(width, std::max(highest, 1.0) * 1e-15);  // all at one time: any width will do
        const size_t wanted = size_t(std::min((highest - lowest) / width, 2.0 * count)) + 16;
        if (wanted > buckets.size()) buckets.resize(std::bit_ceil(wanted), none);
        start = lowest, perWidth = 1 / width, nextBucket = 0, bucketCount = double(std::bit_ceil(wanted)), farCount = 0;
        for (int32_t slot = std::exchange(far, none); slot != none;) {
            const int32_t next = nodes[slot].next;
            chain(std::exchange(slot, next), position(nodes[slot].time));
        }
    }
    void refill() {
        if (bucketed == 0) openWindow();
        size_t bucket = size_t(nextBucket);
        while (buckets[bucket] == none) bucket++;
        nextBucket = double(bucket + 1), activeBegin = activeEnd = 0;
        for (int32_t slot = std::exchange(buckets[bucket], none); slot != none; slot = nodes[slot].next) {
            const Event event{nodes[slot].time, nodes[slot].sequence, uint32_t(slot)};
            size_t place = activeEnd++;
            for (; place > 0 && place < insertionLimit && earlier(event, active[place - 1]); place--)
                active[place] = active[place - 1];
            active[place] = event;
        }
        bucketed -= activeEnd;
        const auto begin = active.begin(), end = begin + activeEnd;
        if (activeEnd > insertionLimit && !std::is_sorted(begin, end, earlier)) std::sort(begin, end, earlier);
    }

public:
    explicit BucketQueue(size_t capacity) : nodes(capacity), active(2 * capacity + 64) {}
    void push(double time, uint32_t slot) {
        const double place = position(time);
        if (place < nextBucket) return insertActive({time, sequence++, slot});
        nodes[slot].time = time, nodes[slot].sequence = sequence++;
        chain(int32_t(slot), place);
    }
    Event pop() {
        if (activeBegin == activeEnd) refill();
        return active[activeBegin++];
    }
};

// ------------------------------------------------------------ Models.

// As many events as slots are pending; each, when due, calls its handler, which schedules the same slot again.
template <class Queue>
class Hold {
    using Handler = void (*)(Hold&, int32_t owner, int32_t arg);
    static constexpr Handler handlers[4] = {
        [](Hold& hold, int32_t owner, int32_t) { hold.note(owner), hold.schedule(); },
        [](Hold& hold, int32_t, int32_t arg) { hold.note(arg), hold.schedule(); },
        [](Hold& hold, int32_t owner, int32_t arg) { hold.note(owner + 2 * arg), hold.schedule(); },
        [](Hold& hold, int32_t owner, int32_t arg) { hold.note(owner ^ arg), hold.schedule(); }};
    struct Slot { int32_t owner, arg; uint8_t kind; };
    const Table& increments;
    std::vector<Slot> slots;
    Queue queue;
    double now = 0;
    uint32_t current = 0, index = 0, checksum = 0;

    void note(int32_t value) { checksum = checksum * 31 + uint32_t(value); }
    double delay() {  // not a time: systems that are told delays must come to the same bits
        const double increment = increments[index++ & (tableLength - 1)];
        return increment < 0 ? std::ceil((now - increment) * 24) / 24 - now : increment;
    }
    void schedule() { queue.push(now + delay(), current); }
    void run(size_t events) {
        while (events-- > 0) {
            const Event event = queue.pop();
            now = event.time, current = event.slot;
            const Slot& slot = slots[current];
            handlers[slot.kind](*this, slot.owner, slot.arg);
        }
    }

public:
    // The first fill is scheduled from a clock that creeps, or the table's repetitions would meet at equal times.
    Hold(const Table& table, size_t size, double creep) : increments(table), slots(size), queue(size) {
        for (current = 0; current < size; current++) {
            slots[current] = {int32_t(current), int32_t(size - current), uint8_t(current % 4)};
            now = current * creep;
            schedule();
        }
    }
    Result measure(size_t events) {
        run(std::max<size_t>(1000, slots.size()));  // the first fill is not what a running model looks like
        const double begin = nanoseconds();
        run(events);
        const double elapsed = nanoseconds() - begin;
        note(int32_t(uint32_t(uint64_t(now * 1024))));
        return {elapsed / events, double(checksum)};
    }
};

// One server, load 0.9, first come first served; two events a customer.
Result mm1(const Table& interarrivals, const Table& services, uint32_t customers) {
    struct Customer { double arrived; int32_t next; };
    std::vector<Customer> pool(customers);
    for (uint32_t i = 0; i < customers; i++) pool[i].next = int32_t(i + 1);  // the free, chained
    HeapQueue queue(customers + 1);
    const uint32_t source = customers;
    uint32_t arrivals = 0, served = 0, left = 0;
    int32_t free = 0, head = none, tail = none;
    double total = 0;
    const auto serve = [&](double now) {  // the head of the line is the one in service
        if (head != none) queue.push(now + services[served++ & (mm1TableLength - 1)], uint32_t(head));
    };
    const double begin = nanoseconds();
    queue.push(interarrivals[0], source);
    while (left < customers) {
        const auto [now, sequence, slot] = queue.pop();
        if (slot == source) {
            const int32_t id = std::exchange(free, pool[free].next);
            pool[id] = {now, none};
            if (head == none) head = tail = id, serve(now);
            else tail = pool[tail].next = id;
            if (++arrivals < customers) queue.push(now + interarrivals[arrivals & (mm1TableLength - 1)], source);
        } else {
            total += now - pool[slot].arrived, left++;
            head = std::exchange(pool[slot].next, std::exchange(free, int32_t(slot)));
            serve(now);
        }
    }
    return {(nanoseconds() - begin) / (2.0 * customers), total / customers};
}

// Twenty places in a row; README.md tells the way of a box. 49 timed events a box.
class Corridor {
    static constexpr int meanDwell = 2880, hops = 12;
    static constexpr double arrivalRate = 1.2;
    enum Step : uint8_t { takeYard, takeCrane, unload, dwell, takeVehicle, takeCraneAgain, load, depart, arrive };
    struct Box { double entered, queuedSince; int32_t next; uint8_t place, hop, step; };
    struct Resource {
        int32_t free, busy = 0, queueLength = 0, head = none, tail = none;
        double changedAt = 0, busyArea = 0, queueArea = 0, waited = 0;
    };
    struct Place { Resource yard, cranes, vehicles; };
    Table interarrivals = exponentialsOfExactMean(1, 1 / arrivalRate), handles = exponentialsOfExactMean(2, 1),
          dwells = exponentialsOfExactMean(3, meanDwell), travels = exponentialsOfExactMean(4, 100);
    std::vector<uint8_t> starts;
    std::vector<Box> boxes;
    std::vector<Place> places;
    HeapQueue queue;
    double now = 0, total = 0;
    uint32_t handled = 0, dwelt = 0, travelled = 0, created = 0, done = 0;
    int32_t free = 0;

    void after(double delay, int32_t id) { queue.push(now + delay, uint32_t(id)); }
    void account(Resource& resource) const {
        const double elapsed = now - std::exchange(resource.changedAt, now);
        resource.busyArea += resource.busy * elapsed, resource.queueArea += resource.queueLength * elapsed;
    }
    bool take(Resource& resource, int32_t id) {
        account(resource);
        if (resource.free > 0) return resource.free--, resource.busy++, true;
        boxes[id].next = none, boxes[id].queuedSince = now;
        (resource.head == none ? resource.head : boxes[resource.tail].next) = id;
        resource.tail = id, resource.queueLength++;
        return false;
    }
    void release(Resource& resource) {
        account(resource);
        const int32_t id = resource.head;
        if (id == none) return void((resource.free++, resource.busy--));
        resource.head = boxes[id].next, resource.queueLength--;
        resource.waited += now - boxes[id].queuedSince;
        advance(id);
    }
    // A box that must wait leaves here already at its next step, and comes back when the unit is its own.
    void advance(int32_t id) {
        Box& box = boxes[id];
        for (;;) {
            auto& [yard, cranes, vehicles] = places[box.place];
            switch (box.step) {
            case takeYard:       box.step = takeCrane;      if (!take(yard, id)) return;      [[fallthrough]];
            case takeCrane:      box.step = unload;         if (!take(cranes, id)) return;    [[fallthrough]];
            case unload:         box.step = dwell;          return after(handles[handled++ % tableLength], id);
            case dwell:          release(cranes);
                                 box.step = takeVehicle;    return after(dwells[dwelt++ % tableLength], id);
            case takeVehicle:    box.step = takeCraneAgain; if (!take(vehicles, id)) return;  [[fallthrough]];
            case takeCraneAgain: box.step = load;           if (!take(cranes, id)) return;    [[fallthrough]];
            case load:           box.step = depart;         return after(handles[handled++ % tableLength], id);
            case depart:         release(cranes), release(yard);
                                 box.step = arrive;         return after(travels[travelled++ % tableLength], id);
            case arrive:         release(vehicles);
            }
            box.place++, box.step = takeYard;
            if (++box.hop == hops) break;
        }
        total += now - box.entered, done++;
        box.next = std::exchange(free, id);
    }

public:
    explicit Corridor(uint32_t boxCount) : boxes(boxCount), queue(boxCount + 1) {
        for (double& travel : travels) travel += 200;
        Generator generator(5);
        for (uint32_t i = 0; i < tableLength; i++) starts.push_back(generator.next() >> 29);
        for (uint32_t i = 0; i < boxCount; i++) boxes[i].next = int32_t(i + 1);  // the free, chained
        const int32_t yard = int32_t(std::ceil(arrivalRate * meanDwell * 1.3)) + 100;
        const int32_t vehicles = int32_t(std::ceil(arrivalRate * 300 / 0.85));
        places.assign(20, Place{{yard}, {3}, {vehicles}});
    }
    Result measure() {
        const uint32_t count = uint32_t(boxes.size()), source = count;
        const double begin = nanoseconds();
        after(interarrivals[0], int32_t(source));
        while (done < count) {
            const auto [time, sequence, slot] = queue.pop();
            now = time;
            if (slot != source) { advance(int32_t(slot)); continue; }
            const int32_t id = std::exchange(free, boxes[free].next);
            boxes[id] = {now, 0, none, starts[created % tableLength], 0, takeYard};
            if (++created < count) after(interarrivals[created % tableLength], int32_t(source));
            advance(id);
        }
        const double elapsed = nanoseconds() - begin;
        double queueArea = 0, waited = 0;  // two ways to one number; and nobody optimises away what is read
        for (const auto& [yard, cranes, vehicles] : places)
            for (const Resource& resource : {yard, cranes, vehicles})
                queueArea += resource.queueArea, waited += resource.waited;
        const bool sound = std::abs(queueArea - waited) <= 1e-9 * waited + 1e-9 && places[9].cranes.busyArea > 0;
        return {elapsed / (49.0 * count), sound ? total / count : NAN};
    }
};

// ------------------------------------------------------------ Command line.

constexpr const char* help = R"(usage: limit MODEL QUEUE SIZE EVENTS ROUNDS
One line of JSON: nanoseconds an event (median, min, max of ROUNDS), and a check that every implementation must print.
  hold, hold-bimodal, hold-ties, hold-equal   QUEUE std, heap or bucket; SIZE pending events; EVENTS timed events
  mm1                                         QUEUE hand; SIZE customers of 2 events each (EVENTS is not used)
  corridor                                    QUEUE hand; SIZE boxes of 49 events each (EVENTS is not used)
)";

int main(int wordCount, char** words) {
    const bool helpWanted = wordCount == 2 && (words[1] == std::string("--help") || words[1] == std::string("-h"));
    if (helpWanted) return std::printf("%s", help), 0;
    if (wordCount != 6) return std::fprintf(stderr, "%s", help), 2;
    const std::string model = words[1], queue = words[2], system = model + " " + queue;
    const double sizeGiven = std::atof(words[3]), eventsGiven = std::atof(words[4]), roundsGiven = std::atof(words[5]);
    const bool hold = model == "hold" || model == "hold-bimodal" || model == "hold-ties" || model == "hold-equal";
    const bool known = hold ? queue == "std" || queue == "heap" || queue == "bucket"
                            : system == "mm1 hand" || system == "corridor hand";
    const bool sensible = sizeGiven >= 1 && sizeGiven <= 1e8 && eventsGiven >= hold && eventsGiven <= 4e9;
    if (!known || !sensible || !(roundsGiven >= 1 && roundsGiven <= 1e6))
        return std::fprintf(stderr, "limit: no such model, queue or number\n%s", help), 2;
    const uint32_t size = uint32_t(sizeGiven), events = uint32_t(eventsGiven), rounds = uint32_t(roundsGiven);

    const Table increments = model == "mm1" ? exponentials(12345, 1 / 0.9, mm1TableLength) : holdIncrements(model);
    const Table services = model == "mm1" ? exponentials(777, 1, mm1TableLength) : Table();
    const double creep = model == "hold-equal" ? 0 : 0x1p-36;
    std::vector<double> times;
    double check = 0;
    for (uint32_t round = 0; round < rounds; round++) {
        const Result result = model == "mm1"        ? mm1(increments, services, size)
                              : model == "corridor" ? Corridor(size).measure()
                              : queue == "std"      ? Hold<StdQueue>(increments, size, creep).measure(events)
                              : queue == "heap"     ? Hold<HeapQueue>(increments, size, creep).measure(events)
                                                    : Hold<BucketQueue>(increments, size, creep).measure(events);
        if (!(result.check == (round > 0 ? check : result.check)))
            return std::fprintf(stderr, "limit: two rounds, or two statistics, disagree\n"), 1;
        check = result.check;
        times.push_back(result.nanosecondsPerEvent);
    }
    std::sort(times.begin(), times.end());
    const double median = (times[(rounds - 1) / 2] + times[rounds / 2]) / 2;
    char digits[32] = {};
    std::to_chars(digits, digits + 31, check);  // as few as name the number, which is how others print it
    std::printf("{\"model\":\"%s\",\"size\":%u,\"system\":\"cpp/%s\",\"unit\":\"ns/event\",", words[1], size, words[2]);
    std::printf("\"median\":%.2f,\"min\":%.2f,\"max\":%.2f,", median, times.front(), times.back());
    std::printf("\"rounds\":%u,\"check\":%s}\n", rounds, digits);
    return 0;  // serve.cpp calls this by another name
}
