// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace crema {
class DeviceTaskPresenter;
} // namespace crema

namespace crema::desktop {

class Card;
class ChoiceBox;
class FormField;
class MessageStrip;
class Theme;
class TouchButton;

/// What is being done about a device: the place of a new one, a code, another name, the question before one is shut
/// out. It is hidden while nothing is.
class DeviceTaskCard final : public QWidget
{
    Q_OBJECT

public:
    /// Of new devices, or of the one that is open.
    enum class About { NewDevice, OpenDevice };

    DeviceTaskCard(const Theme &theme, DeviceTaskPresenter &task, About about, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What had the focus in it is gone.
    void left();
    /// Whether it asks something now, and so needs room.
    void asking(bool isAsking);

private:
    void build();
    QWidget *buildPlace();
    QWidget *buildCode();
    QWidget *buildName();
    QWidget *buildQuestion();
    QWidget *buildMove();
    void showMove();
    /// Both of a window have names of their own.
    [[nodiscard]] QString named(const char *part) const;
    [[nodiscard]] TouchButton *button(const QString &name, const QString &text) const;
    [[nodiscard]] QLabel *words(const QString &name, const char *tone = "") const;
    [[nodiscard]] QWidget *page(const QList<QWidget *> &rows, const QList<TouchButton *> &buttons) const;
    void showTask();
    void showStep();
    void showProblem();
    void focusStep();
    void saveName();

    const Theme &m_theme;
    DeviceTaskPresenter &m_task;
    About m_about;
    int m_shownStep = 0;
    Card *m_card;
    MessageStrip *m_message;
    QWidget *m_steps;
    QList<QWidget *> m_pages; ///< in the order of DeviceStep, without the first
    ChoiceBox *m_place;
    TouchButton *m_makeCode;
    QLabel *m_codeTitle;
    QLabel *m_code;
    QLabel *m_codeUntil;
    QLabel *m_codeHow;
    QLabel *m_codeCommand;
    TouchButton *m_copy;
    TouchButton *m_codeDone;
    QLineEdit *m_name;
    FormField *m_nameField;
    TouchButton *m_saveName;
    QLabel *m_meaning;
    QLabel *m_warning;
    ChoiceBox *m_reason;
    TouchButton *m_shutOut;
    TouchButton *m_keep;
    QLabel *m_moveMeaning;
    ChoiceBox *m_target;
    QLineEdit *m_register;
    FormField *m_registerField;
    TouchButton *m_move;
};

} // namespace crema::desktop
