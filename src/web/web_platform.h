#pragma once
// app::Platform in the browser: storage is written here, everything else goes over the pipe to js-bridge/host.mjs and
// shell/boot.mjs, whose answers come back as events. Orders are the embedded shop's (src/local), which stands before this.

#include <string_view>

#include "app/platform.h"
#include "ui/chrome.h"
#include "ui/texts.h"
#include "web/client_storage.h"

namespace kiosk::web {

class WebPlatform final : public app::Platform {
public:
    explicit WebPlatform(ClientStorage& storage) : storage_(storage) {}

    // The words of questions; without them no question is asked.
    void set_texts(const ui::Texts& texts) { texts_ = &texts; }

    void perform(const app::Effect& effect, app::Inbox& answers) override;

private:
    void ask(const app::Ask& ask);

    ClientStorage& storage_;
    const ui::Texts* texts_ = nullptr;
};

void post(std::string_view json);
// {"do":"setChrome",...}: what the client draws around the page.
void post_chrome(const ui::Chrome& chrome);

}  // namespace kiosk::web
