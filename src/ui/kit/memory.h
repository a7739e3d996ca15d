#pragma once
// What the kit remembers between frames, by widget: springs, scrollers, formatted phrases; and the arena for this frame's
// strings. Part of Kit.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/kit.h"

namespace kiosk::ui {

// Strings that live for one frame. Blocks are kept, so a steady frame allocates nothing.
class Arena {
public:
    void reset() { block_ = used_ = 0; }
    [[nodiscard]] char* take(std::size_t size);
    [[nodiscard]] std::string_view copy(std::string_view text);

private:
    static constexpr std::size_t kBlock = 8192;
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    std::vector<Block> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

struct Kit::Memory {
    template <typename T>
    struct Kept {
        T value;
        std::uint32_t used_in_frame = 0;
    };
    std::map<NodeId, Kept<Spring>> springs;
    std::map<NodeId, Kept<Scroller>> scrollers;
    std::map<std::uint64_t, std::string> phrases;
    std::uint32_t phrases_of = 0;  // Generation of the texts.
    std::vector<NodeId> text_ids;  // Given out in this frame.
    Arena arena;
    std::string scratch;
    std::uint32_t frame = 0;

    static constexpr std::size_t kMaxPhrases = 800;
    static constexpr std::uint32_t kSpringFrames = 240;
    static constexpr std::size_t kMaxScrollers = 48;
};

}  // namespace kiosk::ui
