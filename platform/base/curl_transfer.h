// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include <atomic>

namespace crema::platform {

struct EndCurl {
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};

struct EndCurlList {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

/// For CURLOPT_XFERINFOFUNCTION, with a std::atomic<bool> as its data. curl asks about once a second, also while it
/// waits for the server. Anything but 0 ends the transfer.
inline int endsWhenStopped(void *isStopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic<bool> *>(isStopping)->load() ? 1 : 0;
}

} // namespace crema::platform
