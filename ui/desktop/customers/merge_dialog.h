// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class CustomerMergePresenter;
struct MergeSide;
} // namespace crema

namespace crema::desktop {

class Theme;
class TouchButton;

/// Makes one of two customers: who may be here twice, or the other one of somebody who is known; then both side by
/// side, and who stays. Not modal to the program's events: open it with open(). The presenter outlives it.
class MergeDialog final : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(const Theme &theme, CustomerMergePresenter &merging, QWidget *window);

private:
    struct Side {
        QWidget *card;
        QLabel *role;
        QLabel *name;
        QLabel *about;
    };

    [[nodiscard]] QWidget *makeChoosing();
    [[nodiscard]] QWidget *makeComparing();
    [[nodiscard]] Side makeSide(const QString &name, const QString &role);
    [[nodiscard]] TouchButton *makeButton(const QString &name, const QString &text);
    void showState();
    void showRows();
    static void showSide(const Side &side, const MergeSide &shown);

    const Theme &m_theme;
    CustomerMergePresenter &m_merging;
    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_problem;
    QLineEdit *m_search;
    QVBoxLayout *m_list;
    QList<TouchButton *> m_rows;
    QStackedWidget *m_steps;
    Side m_stays;
    Side m_goes;
    TouchButton *m_back;
    TouchButton *m_merge;
};

} // namespace crema::desktop
