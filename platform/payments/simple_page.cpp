// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/simple_page.h"

#include <QCoreApplication>

namespace crema::platform {

http::Response simplePage(const QString &title, const QString &body)
{
    const QString language = QCoreApplication::translate("crema::platform::Pages", "en", "the language of these texts");
    const QString html = QStringLiteral("<!DOCTYPE html>\n"
                                        "<html lang=\"%1\">\n"
                                        "<head>\n"
                                        "<meta charset=\"utf-8\">\n"
                                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                                        "<meta name=\"robots\" content=\"noindex\">\n"
                                        "<title>%2</title>\n"
                                        "</head>\n"
                                        "<body>\n"
                                        "<main>\n"
                                        "<h1>%2</h1>\n"
                                        "%3"
                                        "</main>\n"
                                        "</body>\n"
                                        "</html>\n")
                             .arg(language, title.toHtmlEscaped(), body);
    return http::Response::bytes(html.toUtf8(), QByteArrayLiteral("text/html; charset=utf-8"));
}

} // namespace crema::platform
