// Runs limit.cpp on one line of its arguments after another, so that a run is timed by a process that has made it before.
#define main limitMain
#include "limit.cpp"
#undef main
#include <iostream>
#include <sstream>

int main() {
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream text(line);
        std::vector<std::string> words{"limit"};
        for (std::string word; text >> word;) words.push_back(word);
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        if (const int code = limitMain(int(pointers.size()), pointers.data())) return code;
        std::fflush(stdout);
    }
}
