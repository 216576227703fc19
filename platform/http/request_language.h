// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace crema::http {

/// While one lives, texts that this thread makes are meant for whoever sent this Accept-Language. Texts are made deep
/// inside the rules, which know of no request, so the wish stands beside them; the translator that app/platform
/// installs asks for it with each text. Nests.
class RequestLanguage
{
public:
    explicit RequestLanguage(QByteArrayView acceptLanguage);
    ~RequestLanguage();
    RequestLanguage(const RequestLanguage &) = delete;
    RequestLanguage &operator=(const RequestLanguage &) = delete;

private:
    QByteArray m_wish; ///< a copy: on the door's thread the next request may come before this ends
    const QByteArray *m_before;
};

/// The languages that this thread's request asks for ("de-AT", "en"), the dearest first; empty outside of a request
/// and for one that wishes for none. `*` and what is refused with q=0 are left out (RFC 9110, 12.5.4); at most eight.
[[nodiscard]] QStringList wishedLanguages();

} // namespace crema::http
