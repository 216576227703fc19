// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace crema {
enum class Tone;
}

namespace crema::desktop {

class Theme;

/// A sentence with its fix and up to three answers, in the page's layout: it pushes and never covers.
class MessageStrip final : public QFrame
{
    Q_OBJECT

public:
    MessageStrip(const Theme &theme, QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &text, const QString &hint);
    /// Shows the buttons of a yes/no question, or hides the one whose text is empty.
    void setAnswers(const QString &yes, const QString &no, const QString &third = {});

Q_SIGNALS:
    void accepted();
    void dismissed();
    void thirdChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_hint;
    QWidget *m_answers;
    QBoxLayout *m_row;
    class TouchButton *m_yes;
    class TouchButton *m_no;
    class TouchButton *m_third;
};

} // namespace crema::desktop
