// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace crema {
class UnsentPresenter;
}

namespace crema::desktop {

class FormField;
class MessageStrip;
class Theme;
class TouchButton;

/// What is unsent, and its way into a file and out of one: a passphrase, and the buttons that ask for the file.
class UnsentCard final : public QFrame
{
    Q_OBJECT

public:
    UnsentCard(const Theme &theme, UnsentPresenter &presenter, QWidget *parent = nullptr);

private:
    void build();
    void showStanding();
    void showMessage();
    void chooseNewFile();
    void chooseFile();
    [[nodiscard]] class QFileDialog *newDialog(const QString &objectName, const QString &title);
    void clearProblems();

    const Theme &m_theme;
    UnsentPresenter &m_presenter;
    QLabel *m_sentence;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    FormField *m_passphraseField;
    FormField *m_againField;
    TouchButton *m_export;
    TouchButton *m_import;
    MessageStrip *m_message;
    std::int64_t m_shownMessage = 0;
};

} // namespace crema::desktop
