// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/shell/page_history.h"

#include <algorithm>

namespace crema {

namespace {

const QString scheme = QStringLiteral("crema://");

} // namespace

QString PageAddress::toString() const
{
    return place.isEmpty() ? scheme + area : scheme + area + u'/' + place;
}

std::optional<PageAddress> PageAddress::fromString(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(scheme, Qt::CaseInsensitive))
        return std::nullopt;
    const QString rest = trimmed.mid(scheme.size());
    const PageAddress address{rest.section(u'/', 0, 0), rest.section(u'/', 1)};
    return address.area.isEmpty() ? std::nullopt : std::optional(address);
}

void PageHistory::visit(const PageAddress &address)
{
    if (!m_pages.empty() && m_pages.at(m_current) == address)
        return;
    if (!m_pages.empty())
        m_pages.resize(m_current + 1);
    m_pages.push_back(address);
    if (m_pages.size() > maximum)
        m_pages.erase(m_pages.begin());
    m_current = m_pages.size() - 1;
}

std::optional<PageAddress> PageHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_pages.at(--m_current);
}

std::optional<PageAddress> PageHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_pages.at(++m_current);
}

std::vector<PageAddress> PageHistory::recent(std::size_t limit) const
{
    std::vector<PageAddress> found;
    for (auto page = m_pages.crbegin(); page != m_pages.crend() && found.size() < limit; ++page) {
        const bool known =
            *page == m_pages.at(m_current) || std::find(found.begin(), found.end(), *page) != found.end();
        if (!known)
            found.push_back(*page);
    }
    return found;
}

} // namespace crema
