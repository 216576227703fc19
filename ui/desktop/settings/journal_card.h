// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;
class QLabel;

namespace crema {
class JournalPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// The auditor's journal of this register: how far it has come, its newest entries, and the file for an auditor.
class JournalCard final : public QFrame
{
    Q_OBJECT

public:
    JournalCard(const Theme &theme, JournalPresenter &presenter, QWidget *parent = nullptr);

private:
    void showRows();
    void showRow(int row);
    [[nodiscard]] QLabel *cell(int row, int column);
    void say(const QString &text);
    void chooseFile();

    const Theme &m_theme;
    JournalPresenter &m_presenter;
    QLabel *m_summary;
    QLabel *m_says;
    QGridLayout *m_rows;
    TouchButton *m_more;
    TouchButton *m_export;
};

} // namespace crema::desktop
