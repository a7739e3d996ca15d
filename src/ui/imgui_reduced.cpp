// Stands in for parts of Dear ImGui that its core refers to and the kit never reaches: text formatting, of which only widgets
// and logs make use, and the tables of imgui_tables.cpp, which is not compiled.

#include <algorithm>
#include <cstdarg>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

int ImFormatStringV(char* buf, size_t buf_size, const char* fmt, va_list /*args*/) {
    const std::size_t length = std::strlen(fmt);
    if (buf == nullptr || buf_size == 0) return static_cast<int>(length);
    const std::size_t copied = std::min(length, buf_size - 1);
    std::memcpy(buf, fmt, copied);
    buf[copied] = '\0';
    return static_cast<int>(copied);
}

int ImFormatString(char* buf, size_t buf_size, const char* fmt, ...) {
    va_list args;
    va_start(args, fmt);
    const int length = ImFormatStringV(buf, buf_size, fmt, args);
    va_end(args);
    return length;
}

namespace ImGui {

void EndColumns() {}
void EndTable() {}
void PopColumnsBackground() {}
void PushColumnsBackground() {}
void TableEndCell(ImGuiTable* /*table*/) {}
void TableEndRow(ImGuiTable* /*table*/) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable* /*table*/) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData* /*data*/) {}
void TablePopBackgroundChannel() {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePushColumnChannel(int /*column*/) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
