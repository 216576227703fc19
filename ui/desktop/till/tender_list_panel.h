// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class AmountLabel;
class Theme;
class TouchButton;

/// What is paid of a sale already, what is being paid now and what comes of it: the change, or what is missing.
class TenderListPanel final : public QWidget
{
    Q_OBJECT

public:
    TenderListPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    /// One of its buttons was pressed: the next digits are an amount again.
    void pressed();

private:
    /// One payment of the list: its picture, its name and its amount.
    struct Row {
        QWidget *widget = nullptr;
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *state = nullptr;
        AmountLabel *amount = nullptr;
        TouchButton *giveBack = nullptr;
    };

    [[nodiscard]] QWidget *makeParts();
    [[nodiscard]] TouchButton *makeButton(const char *name, const char *action, const QString &text,
                                          const QString &key);
    [[nodiscard]] Row makeRow(const QString &name);
    void makeResult();
    void addTakenRow();
    void showTaken();
    void showEntry();
    void showResult();
    void showPayment();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    TouchButton *m_split = nullptr;
    QScrollArea *m_scroll;
    QVBoxLayout *m_takenColumn;
    std::vector<Row> m_taken;
    Row m_entry;
    QFrame *m_result;
    QLabel *m_resultLabel;
    AmountLabel *m_resultAmount;
};

} // namespace crema::desktop
