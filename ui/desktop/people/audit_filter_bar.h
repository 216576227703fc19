// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema {
class AuditPresenter;
struct AuditChoice;
} // namespace crema

namespace crema::desktop {

class ChoiceBox;
class FilterChipButton;
class Theme;

/// Which entries of the audit trail are wanted: of whom, what, since when; and what they were done to, as a chip.
class AuditFilterBar final : public QWidget
{
    Q_OBJECT

public:
    AuditFilterBar(const Theme &theme, AuditPresenter &presenter, QWidget *parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    /// Escape: back to the list.
    void listWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChoiceBox *makeBox(const QString &name, const QString &label, int width);
    void showQuery();
    void takeQuery();

    const Theme &m_theme;
    AuditPresenter &m_presenter;
    ChoiceBox *m_person;
    ChoiceBox *m_kind;
    ChoiceBox *m_period;
    FilterChipButton *m_subject;
};

} // namespace crema::desktop
