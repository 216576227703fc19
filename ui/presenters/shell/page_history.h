// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace crema {

/// Where in the program a person is: crema://AREA/PLACE.
struct PageAddress {
    QString area;  ///< "orders"
    QString place; ///< the rest: "MAIN-2-000123"; empty for the start of the area

    /// "crema://orders/MAIN-2-000123"
    [[nodiscard]] QString toString() const;
    /// Nothing when it is no address of this form.
    [[nodiscard]] static std::optional<PageAddress> fromString(const QString &text);

    bool operator==(const PageAddress &) const = default;
};

/// The pages a person looked at, as in a browser: going somewhere new forgets what lay ahead.
class PageHistory final
{
public:
    /// Older pages are forgotten.
    static constexpr std::size_t maximum = 100;

    /// Going to the page that is shown changes nothing.
    void visit(const PageAddress &address);
    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_pages.size(); }
    /// The page before, which is the present one from now on; nothing at the beginning.
    [[nodiscard]] std::optional<PageAddress> back();
    [[nodiscard]] std::optional<PageAddress> forward();
    /// The last pages, the latest first, each once and without the present one; at most `limit`.
    [[nodiscard]] std::vector<PageAddress> recent(std::size_t limit) const;

private:
    std::vector<PageAddress> m_pages;
    std::size_t m_current = 0;
};

} // namespace crema
