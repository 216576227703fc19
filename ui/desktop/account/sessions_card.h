// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/account_view.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace crema {
class AccountPresenter;
}

namespace crema::desktop {

class Card;
class MessageStrip;
class Theme;
class TouchButton;

/// Where one is signed in, or somebody else whom the presenter shows: one row for each place, and the question before
/// one of them ends.
class SessionsCard final : public QWidget
{
    Q_OBJECT

public:
    SessionsCard(const Theme &theme, AccountPresenter &presenter, QWidget *parent = nullptr);

private:
    void build();
    void showState();
    void showRows();
    void showNote();
    void showQuestion();
    [[nodiscard]] QWidget *makeRow(const SessionRow &row, int number);

    const Theme &m_theme;
    AccountPresenter &m_presenter;
    Card *m_card;
    QLabel *m_note; ///< what stands where no rows are
    MessageStrip *m_question;
    MessageStrip *m_problem;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_rows;
    TouchButton *m_endOthers;
    QList<SessionRow> m_shown;
};

} // namespace crema::desktop
