// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/audit_presenter.h"
#include "ui/terminal/application/text_screen.h"

namespace crema::terminal {

/// One entry of the audit trail in full, in pages.
class AuditEntryScreen final : public TextScreen
{
    Q_OBJECT

public:
    AuditEntryScreen(Navigator &navigator, AuditPresenter &audit);

    [[nodiscard]] QString helpText() const override;

private:
    [[nodiscard]] QString titleText() const override;
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const override;

    AuditPresenter &m_audit;
};

} // namespace crema::terminal
