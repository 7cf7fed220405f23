import type { ReactNode } from 'react'
import {
  type ButtonProps as AriaButtonProps,
  Tooltip as Bubble,
  Button as Pressable,
  TooltipTrigger,
} from 'react-aria-components'
import { Link } from 'wouter'
import { classNames } from '../class-names.ts'
import styles from './button.module.css'

/** `primary` once a page, for what it is there for; `quiet` for what is seldom needed. */
type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonContent {
  readonly variant?: ButtonVariant
  /** Before the words. */
  readonly icon?: ReactNode
  /** After the words, as an arrow that points onward. */
  readonly trailingIcon?: ReactNode
  readonly size?: 'normal' | 'large'
  /** True for a quiet one whose words stand flush with those above. */
  readonly isFlush?: boolean
  readonly children: ReactNode
}

type ButtonProps = ButtonContent &
  Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'>

interface Look {
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonContent['size'] | undefined
  readonly isFlush?: boolean | undefined
}

const buttonClass = ({ variant = 'secondary', size = 'normal', isFlush = false }: Look) =>
  classNames(
    styles.button,
    styles[variant],
    size === 'large' && styles.large,
    isFlush && styles.flush,
  )

function Face({
  icon,
  trailingIcon,
  children,
}: Pick<ButtonContent, 'icon' | 'trailingIcon' | 'children'>) {
  return (
    <>
      {icon}
      <span>{children}</span>
      {trailingIcon}
    </>
  )
}

/**
 * Something to press. `onPress` answers to mouse, touch and keys alike; while `isPending` it does
 * nothing but keeps the focus, and its words should say what is under way.
 */
export function Button(props: ButtonProps) {
  const { variant, size, isFlush, icon, trailingIcon, children, ...given } = props
  const { isPending = false, onPress, type = 'button', ...rest } = given
  // React Aria's own pending state leaves a nameless image behind when the page changes meanwhile.
  const action = isPending || !onPress ? {} : { onPress }
  return (
    <Pressable
      {...rest}
      {...action}
      type={isPending ? 'button' : type}
      className={classNames(buttonClass({ variant, size, isFlush }), isPending && styles.pending)}
    >
      <Face icon={icon} trailingIcon={trailingIcon}>
        {children}
      </Face>
    </Pressable>
  )
}

type LinkButtonProps = ButtonContent & {
  readonly href: string
  /** The whole of what it does, where what stands on it says it only beside other words. */
  readonly 'aria-label'?: string
}

/** A link to another page that looks like a button; `href` is a route, such as `/new`. */
export function LinkButton({ href, 'aria-label': label, ...look }: LinkButtonProps) {
  const { icon, trailingIcon, children } = look
  return (
    <Link href={href} className={buttonClass(look)} aria-label={label}>
      <Face icon={icon} trailingIcon={trailingIcon}>
        {children}
      </Face>
    </Link>
  )
}

type IconButtonProps = Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'render' | 'aria-label'
> & {
  /** The action in words: read out, and shown on hover and focus. */
  readonly label: string
  readonly icon: ReactNode
  /** `band` for the dark band at the top of the window. */
  readonly ground?: 'page' | 'band'
}

/** A button with a picture instead of words, for places where there is no room for them. */
export function IconButton({ label, icon, ground = 'page', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Pressable
        {...rest}
        aria-label={label}
        className={classNames(styles.icon, ground === 'band' && styles.onBand)}
      >
        {icon}
      </Pressable>
    </Tooltip>
  )
}

interface TooltipProps {
  readonly text: string
  /** One pressable thing of this kit; what it says must be known without the tooltip too. */
  readonly children: ReactNode
}

/** A few words beside a control, on hover and on focus. */
function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Bubble className={styles.tooltip ?? ''} offset={8}>
        {text}
      </Bubble>
    </TooltipTrigger>
  )
}
