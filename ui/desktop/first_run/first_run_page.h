// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/first_run/look_bar.h"
#include "ui/desktop/widgets/reading_order.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace crema {
class FirstRunPresenter;
}

namespace crema::desktop {

class FirstRunForm;
class Logo;
class MessageStrip;
class OptionCard;
class Theme;
class TouchButton;

/// The whole window while the first start is due: the ways to begin, their forms, what is being done and why it did
/// not work, with language, theme and the one big button at the foot. Everything given outlives it.
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    /// `language` is the name of the present one.
    FirstRunPage(const Theme &theme, FirstRunPresenter &presenter, Appearance &appearance,
                 const QList<LanguageChoice> &languages, const QString &language, QWidget *parent = nullptr);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocus(*this, next); }
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeFoot(Appearance &appearance, const QList<LanguageChoice> &languages,
                                    const QString &language);
    void addSteps();
    void follow();
    void arrive();
    void press();
    [[nodiscard]] FirstRunForm *form() const;

    const Theme &m_theme;
    FirstRunPresenter &m_presenter;
    Logo *m_logo;
    QLabel *m_title;
    QLabel *m_subtitle;
    MessageStrip *m_problem;
    QScrollArea *m_scroll;
    QStackedWidget *m_steps; ///< in the order of FirstRunStep
    QList<OptionCard *> m_cards;
    QLabel *m_patience;
    LookBar *m_look;
    QBoxLayout *m_foot = nullptr; ///< in one row, or in two where that has no room
    TouchButton *m_back;
    TouchButton *m_primary;
};

} // namespace crema::desktop
