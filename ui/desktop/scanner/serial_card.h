// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace crema {
class SerialScanner;
struct SerialSetup;
} // namespace crema

namespace crema::desktop {

class ChoiceBox;
class FormField;
class MessageStrip;
class Theme;
class TouchButton;

/// The scanner at a serial port of this device: which port, how it sends, and how it is. Everything given outlives it.
class SerialCard final : public QFrame
{
    Q_OBJECT

public:
    SerialCard(const Theme &theme, SerialScanner &serial, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void listPorts();
    void save();
    void submit(const SerialSetup &setup);
    void showSetup();
    void showState();

    const Theme &m_theme;
    SerialScanner &m_serial;
    QLabel *m_state;
    QLabel *m_hint;
    QLineEdit *m_path;
    ChoiceBox *m_ports; ///< those that are there; choosing one fills the path
    FormField *m_portsField;
    ChoiceBox *m_baud;
    ChoiceBox *m_frame;
    ChoiceBox *m_ending;
    QLineEdit *m_prefix;
    QLineEdit *m_suffix;
    QLineEdit *m_gap;
    TouchButton *m_save;
    TouchButton *m_none;
    MessageStrip *m_message;
};

} // namespace crema::desktop
