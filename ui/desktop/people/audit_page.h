// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class AuditPresenter;
class ShellPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class AuditDetailPanel;
class AuditListPanel;

/// What was done in the company: list or entry below 1600 px, side by side from there on.
class AuditPage final : public ListDetailPage
{
    Q_OBJECT

public:
    /// `shell` leads back to the people, where the trail belongs.
    AuditPage(const Theme &theme, AuditPresenter &presenter, ShellPresenter &shell, QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void arrive() override;
    [[nodiscard]] QString place() const override;
    void showPlace(const QString &place) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isOpen() const override;
    void setPanelsBeside(bool beside) override;
    void focusList() override;
    void focusDetail() override;

    AuditPresenter &m_presenter;
    AuditListPanel *m_list;
    AuditDetailPanel *m_detail;
};

} // namespace crema::desktop
